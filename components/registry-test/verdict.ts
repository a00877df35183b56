import type { Status } from "@/components/ui/status";
import type { RegistryTestResult, StepOutcome, StepResult } from "@/lib/domain/registry-test/result";

export const statusOf: Record<StepOutcome, Status> = {
  ok: "succeeded",
  warning: "warning",
  failed: "failed",
  "not-needed": "skipped",
  "not-reached": "notChecked",
};

type Asker = Pick<RegistryTestResult, "node">;

/** Who asked, as sentences ask for it. */
export const askerOf = ({ node }: { node: { name: string } | null }) => ({
  from: node ? "node" : "server",
  node: node?.name ?? "",
});

/** What a sentence may ask for besides what the step tells: where it stands, how that ended, and who asked. */
export const paramsOf = ({ step, outcome, fault, note }: StepResult, asker: Asker) => ({
  ...note?.params,
  ...fault?.params,
  ...askerOf(asker),
  place: step,
  outcome,
});

/** The step that failed, if one did. */
export const failedStep = ({ steps }: RegistryTestResult) =>
  steps.find(({ outcome }) => outcome === "failed");

/** How many tests of a run passed, how many did not, and how many have not ended. */
export function countRows(
  rows: readonly { answer: { ok: true; value: RegistryTestResult } | { ok: false } | null }[],
) {
  const ended = rows.flatMap(({ answer }) => (answer ? [answer] : []));
  const good = ended.filter((answer) => answer.ok && answer.value.ok).length;
  return { good, bad: ended.length - good, left: rows.length - ended.length };
}

export type Verdict = "passed" | "passedWithWarnings" | "failed";

export function verdictOf(result: RegistryTestResult): Verdict {
  if (!result.ok) return "failed";
  const warned = result.remarks.length > 0 || result.steps.some(({ outcome }) => outcome === "warning");
  return warned ? "passedWithWarnings" : "passed";
}
