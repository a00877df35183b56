import "server-only";
import type { ClientChannel } from "ssh2";
import { SshFault } from "./fault";

export type Exit = { code: number | null };

/** A command that runs on the node. Its end without an exit status means that the connection went away. */
export class RemoteProcess {
  readonly channel: ClientChannel;
  readonly exited: Promise<Exit>;

  constructor(channel: ClientChannel, lost: () => SshFault) {
    this.channel = channel;
    this.exited = new Promise((resolve, reject) => {
      let exit: Exit | null = null;
      channel.once("exit", (code: number | null) => {
        exit = { code };
      });
      channel.once("close", () => (exit ? resolve(exit) : reject(lost())));
      channel.on("error", () => undefined);
    });
    // Who only writes may never look; the rejection is then seen by nobody and is no bug.
    this.exited.catch(() => undefined);
  }

  /** Ends the wait; what runs on the node is told by the closed channel. */
  stop() {
    this.channel.close();
  }
}

const outputLimit = 1024 * 1024;

/** Everything a process printed, with a limit on size and time. */
export async function collect(
  process: RemoteProcess,
  timeoutMs: number,
): Promise<{ code: number | null; stdout: Buffer; stderr: string }> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let size = 0;
  const keep = (list: Buffer[]) => (chunk: Buffer) => {
    size += chunk.length;
    if (size <= outputLimit) list.push(chunk);
  };
  process.channel.on("data", keep(stdout));
  process.channel.stderr.on("data", keep(stderr));
  const { code } = await withTimeout(process.exited, timeoutMs, () => process.stop());
  return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8") };
}

/** Rejects with `connection-lost` when nothing came in time: a silent peer is as good as none. */
export async function withTimeout<T>(work: Promise<T>, ms: number, onTimeout: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new SshFault("connection-lost", { reason: "timeout", seconds: String(Math.round(ms / 1000)) }));
      onTimeout();
    }, ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
