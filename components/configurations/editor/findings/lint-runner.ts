import { type PackedReading, ReadingUnpacker } from "../yaml/packed-reading";
import type { LintAnswer, LintTask } from "./lint-task";

type SentAnswer = Exclude<LintAnswer, { kind: "read" }> | { kind: "read"; reading: PackedReading };

type Waiting = { task: LintTask; resolve: (answer: LintAnswer) => void };

/**
 * Runs tasks one after the other in a worker, where the browser allows one, and else in a pause of the page. A worker
 * that could not be started, or that died, is not tried again.
 */
export class LintRunner {
  private worker: Worker | null = null;
  private failed = false;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;

  run(task: LintTask): Promise<LintAnswer> {
    const id = ++this.last;
    return new Promise((resolve) => {
      this.waiting.set(id, { task, resolve });
      const worker = this.start();
      if (worker) worker.postMessage({ id, task });
      else void this.runHere(id);
    });
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
    this.waiting.clear();
  }

  private start(): Worker | null {
    if (this.worker || this.failed) return this.worker;
    try {
      this.worker = new Worker(new URL("./lint-worker.ts", import.meta.url), { type: "module" });
      const unpacker = new ReadingUnpacker();
      const open = (sent: SentAnswer): LintAnswer =>
        sent.kind === "read" ? { ...sent, reading: unpacker.unpack(sent.reading) } : sent;
      this.worker.addEventListener("message", ({ data }) => this.end(data.id, open(data.answer)));
      this.worker.addEventListener("error", () => this.fallBack());
    } catch {
      this.failed = true;
    }
    return this.worker;
  }

  private fallBack(): void {
    this.failed = true;
    this.worker?.terminate();
    this.worker = null;
    for (const id of this.waiting.keys()) void this.runHere(id);
  }

  private async runHere(id: number): Promise<void> {
    const { runTask } = await import("./lint-task");
    const waiting = this.waiting.get(id);
    if (waiting) this.end(id, runTask(waiting.task));
  }

  private end(id: number, answer: LintAnswer): void {
    this.waiting.get(id)?.resolve(answer);
    this.waiting.delete(id);
  }
}
