import "server-only";
import { SshFault } from "@/lib/server/ssh/fault";

export type Limits = {
  /** Without anything said for so long, the node counts as lost. */
  silenceMs: number;
  /** However much it says, the call is over after so long. */
  deadlineMs: number;
};

/** What a node may say in one call: the largest honest answer is a file of 1 MiB as hexadecimal digits. */
export const callLimits = { bytes: 16 * 1024 * 1024, answers: 2_000 };

/**
 * Holds a node to the limits of a call. The wait ends by the rejection of `broken` and not by the end of the process:
 * a node that means harm need not close a channel when told to.
 */
export class CallGuard {
  readonly broken: Promise<never>;
  #reject: (error: unknown) => void = () => undefined;
  #bytes = 0;
  #answers = 0;
  #over = false;
  readonly #stop: () => void;
  readonly #silence: NodeJS.Timeout;
  readonly #deadline: NodeJS.Timeout;

  constructor(limits: Limits, stop: () => void) {
    this.#stop = stop;
    this.broken = new Promise<never>((_, reject) => {
      this.#reject = reject;
    });
    this.broken.catch(() => undefined);
    const silent = new SshFault("connection-lost", { reason: "silent" });
    this.#silence = setTimeout(() => this.fail(silent), limits.silenceMs);
    this.#deadline = setTimeout(() => this.#refuse("too-long"), limits.deadlineMs);
  }

  get isOver(): boolean {
    return this.#over;
  }

  /** Counts what came, and restarts the clock of silence. */
  take(chunk: Uint8Array) {
    this.#silence.refresh();
    this.#bytes += chunk.length;
    if (this.#bytes > callLimits.bytes) this.#refuse("too-much");
  }

  countAnswer() {
    this.#answers += 1;
    if (this.#answers > callLimits.answers) this.#refuse("too-many-answers");
  }

  /** Ends the call with the first thing that went wrong. */
  fail(error: unknown) {
    if (this.#over) return;
    this.end();
    this.#reject(error);
    this.#stop();
  }

  end() {
    this.#over = true;
    clearTimeout(this.#silence);
    clearTimeout(this.#deadline);
  }

  #refuse(reason: string) {
    this.fail(new SshFault("protocol", { reason }));
  }
}
