import "server-only";
import {
  type StepOutcome,
  type StepResult,
  type TestFault,
  type TestNote,
  type TestStep,
  testSteps,
} from "@/lib/domain/registry-test/result";

/** How a step ended. */
export type Told = { outcome: StepOutcome; fault: TestFault | null; note: TestNote | null };

export const passed = (note: TestNote): Told => ({ outcome: "ok", fault: null, note });
export const failed = (fault: TestFault): Told => ({ outcome: "failed", fault, note: null });
export const warned = (fault: TestFault, note: TestNote | null): Told => ({
  outcome: "warning",
  fault,
  note,
});
export const unneeded = (note: TestNote): Told => ({ outcome: "not-needed", fault: null, note });

/** A step under way: how it ended, and what the next ones need of it. */
export type Step<Value> = Promise<{ told: Told; value?: Value }>;

const notReached: Told = { outcome: "not-reached", fault: null, note: null };

/** The steps of one test as they end. */
export class StepLog {
  readonly #done = new Map<TestStep, StepResult>();

  /** Runs a step and keeps how it ended; its value, or undefined where the test cannot go on. */
  async take<Value>(step: TestStep, run: () => Step<Value>): Promise<Value | undefined> {
    const started = performance.now();
    const { told, value } = await run();
    const ms = told.outcome === "not-needed" ? null : Math.round(performance.now() - started);
    this.#done.set(step, { step, ms, ...told });
    return told.outcome === "failed" ? undefined : value;
  }

  results(): StepResult[] {
    return testSteps.map((step) => this.#done.get(step) ?? { step, ms: null, ...notReached });
  }
}
