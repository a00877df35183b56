import "server-only";
import type { Duplex } from "node:stream";

/** A phase took longer than it may. */
export class TookTooLong extends Error {
  readonly seconds: number;

  constructor(ms: number) {
    super("A phase of the test took too long");
    this.name = "TookTooLong";
    this.seconds = Math.ceil(ms / 1000);
  }
}

/** Runs a phase under a time limit; what ends the whole ends the phase too. */
export async function within<Value>(
  outer: AbortSignal,
  ms: number,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const stop = () => controller.abort(outer.reason);
  const timer = setTimeout(() => controller.abort(new TookTooLong(ms)), ms);
  outer.addEventListener("abort", stop, { once: true });
  if (outer.aborted) stop();
  try {
    return await run(controller.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener("abort", stop);
  }
}

/** Settles like `work`, or rejects with the signal's reason as soon as that is aborted. */
export function orAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

/** Ends a connection when the signal is aborted, until it is released from it. */
export function endWith(socket: Duplex, signal: AbortSignal): () => void {
  const stop = () => socket.destroy(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  return () => signal.removeEventListener("abort", stop);
}
