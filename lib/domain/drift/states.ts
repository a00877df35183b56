import type { NodeFacts } from "@/lib/domain/nodes/facts";
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
  "unmanaged",
  "in-sync",
] as const;
export type DriftState = (typeof driftStates)[number];

/** States in which the node holds something else than what is wanted. */
export const differing: readonly DriftState[] = ["drifted", "missing-file"];

/** What the last check of a node found; the others come of what is not known. */
export type CheckedState = Exclude<DriftState, "not-checked" | "unmanaged">;

type Wanted = {
  /** SHA-256, in hex, of the file as the node shall hold it. */
  sha256: string;
};

/**
 * What a look says of a node that answered. `facts.missingPaths` are files that the wanted file names: without one of
 * them the node does not hold what is wanted, even when the file itself is equal.
 */
export function stateOfLook(facts: NodeFacts, wanted: Wanted): CheckedState {
  if (!facts.registries.exists) return "missing-file";
  if (facts.registries.sha256 !== wanted.sha256 || facts.missingPaths.length > 0) return "drifted";
  return facts.pendingRestart === true ? "pending-restart" : "in-sync";
}

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
