import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { isRestartPending } from "@/lib/domain/nodes/pending-restart";
import type { Fault, Outcome } from "@/lib/domain/pushes/outcomes";

/** How a node stands to the revision that its group wants, the gravest first. Not knowing is a state of its own. */
export const driftStates = [
  "identity-changed",
  "drifted",
  "missing-file",
  "pending-restart",
  "unreachable",
  "unjudged",
  "not-checked",
  /** The group of the node was never pushed to. */
  "not-pushed",
  /** The node is in no group. */
  "unmanaged",
  "in-sync",
] as const;
export type DriftState = (typeof driftStates)[number];

/** States in which the node holds something else than what is wanted. */
export const differing = ["drifted", "missing-file"] as const satisfies readonly DriftState[];
export type DifferingState = (typeof differing)[number];

export const isDiffering = (state: DriftState): state is DifferingState =>
  differing.some((each) => each === state);

/** What the last check of a node found; the others come of what is not known. */
export type CheckedState = Exclude<DriftState, "not-checked" | "not-pushed" | "unmanaged">;

/** SHA-256, in hex, of what the node shall hold. */
type Wanted = { file: { sha256: string }; templates: readonly { name: TemplateName; sha256: string }[] };

/**
 * What a look says of a node that answered. `facts.missingPaths` are files that the wanted file names: without one of
 * them the node does not hold what is wanted, even when the file itself is equal.
 */
export function stateOfLook(facts: NodeFacts, { file, templates }: Wanted): CheckedState {
  if (!facts.registries.exists) return "missing-file";
  const isRight = facts.registries.sha256 === file.sha256 && facts.missingPaths.length === 0;
  if (!isRight || templates.some((template) => !holds(facts, template))) return "drifted";
  return isRestartPending(facts, { templates }) ? "pending-restart" : "in-sync";
}

/** Whether a template that came with the file is there as it came. */
export const holds = (
  { templates = [] }: Pick<NodeFacts, "templates">,
  { name, sha256 }: Wanted["templates"][number],
): boolean => templates.some((fact) => fact.name === name && fact.sha256 === sha256);

/** A machine with another host key is a decision for a person; any other fault says only that nobody knows. */
export const stateOfFault = (fault: Fault): CheckedState =>
  fault === "host-key-changed" ? "identity-changed" : "unreachable";

/** What the end of a push says of a node; null where only a look can tell. */
const afterPush: Readonly<Record<Outcome, CheckedState | null>> = {
  changed: "in-sync",
  unchanged: "in-sync",
  written: "pending-restart",
  "rolled-back": null,
  "rollback-failed": null,
  failed: null,
  skipped: null,
  cancelled: null,
  "not-reached": null,
};

export const stateOfOutcome = (outcome: Outcome): CheckedState | null => afterPush[outcome];
