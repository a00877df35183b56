import type { Status } from "@/components/ui/status";
import type { RegistryTestResult, StepOutcome, StepResult } from "@/lib/domain/registry-test/result";

export const statusOf: Record<StepOutcome, Status> = {
  ok: "succeeded",
  warning: "warning",
  failed: "failed",
  "not-needed": "skipped",
  "not-reached": "notChecked",
};

/** What a sentence may ask for besides what the step tells: where it stands, and how that ended. */
export const paramsOf = ({ step, outcome, fault, note }: StepResult) => ({
  ...note?.params,
  ...fault?.params,
  place: step,
  outcome,
});

/** The step that failed, if one did. */
export const failedStep = ({ steps }: RegistryTestResult) =>
  steps.find(({ outcome }) => outcome === "failed");

export type Verdict = "passed" | "passedWithWarnings" | "failed";

export function verdictOf(result: RegistryTestResult): Verdict {
  if (!result.ok) return "failed";
  const warned = result.remarks.length > 0 || result.steps.some(({ outcome }) => outcome === "warning");
  return warned ? "passedWithWarnings" : "passed";
}
