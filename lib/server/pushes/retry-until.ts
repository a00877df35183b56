import "server-only";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { pause } from "@/lib/server/jobs/pause";
import { SshFault } from "@/lib/server/ssh/fault";

/** Faults of the way to a node, after which the same thing may work a little later. */
const passing: readonly Fault[] = ["unreachable", "connection-refused", "connection-lost"];

const firstPauseMs = 500;
const longestPauseMs = 10_000;

/** Repeats `work` with growing pauses while it fails on the way to the node and the deadline (epoch ms) is not over. */
export async function retryUntil<T>(
  deadline: number,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  for (let wait = firstPauseMs; ; wait = Math.min(wait * 2, longestPauseMs)) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SshFault) || !passing.includes(error.fault) || Date.now() + wait > deadline)
        throw error;
    }
    await pause(wait, signal);
  }
}
