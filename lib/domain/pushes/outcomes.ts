/** Steps of a push on one node, in order. */
export const phases = [
  "queued",
  "connect",
  "check",
  "back-up",
  "upload",
  "apply",
  "restart",
  "verify",
  "done",
] as const;
export type Phase = (typeof phases)[number];

/** How one node ended in a push. Exactly one per node. */
export const outcomes = [
  "changed",
  "unchanged",
  "written",
  "rolled-back",
  "rollback-failed",
  "failed",
  "skipped",
  "cancelled",
  "not-reached",
] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * Faults that the node finds once the new file is in place, so that it goes back by itself. One that ends as failed
 * with such a fault was taken back before a restart, which is what the state of the fault says.
 */
export const faultsAfterApply = [
  "restart-failed",
  "not-active-in-time",
  "unit-flapping",
  "configuration-refused",
  "containerd-down",
  "not-ready",
  "content-differs",
  "not-generated",
  "test-pull-failed",
  "not-confirmed",
] as const;

/** What went wrong, apart from how the node ended. Each has a headline, a state and a next step in the catalogue. */
export const faults = [
  "unreachable",
  "connection-refused",
  "login-refused",
  "host-key-unknown",
  "host-key-changed",
  "jump-failed",
  "not-root",
  "sudo-password-wrong",
  "sudo-needs-terminal",
  "service-not-found",
  "service-ambiguous",
  "not-covered",
  "disk-full",
  "read-only",
  "not-writable",
  "secret-unavailable",
  "tls-path-missing",
  "node-busy",
  "file-changed",
  "findings-block",
  "template-stops",
  "connection-lost",
  "upload-broken",
  ...faultsAfterApply,
  "quorum-at-risk",
  "outage-not-agreed",
  "upgrade-not-agreed",
  "rollback-failed",
  "stopped",
  "stopped-after-failures",
  "interrupted",
  "protocol",
] as const;
export type Fault = (typeof faults)[number];

/** States of a whole push. */
export const pushStatuses = ["queued", "running", "succeeded", "failed", "stopped"] as const;
export type PushStatus = (typeof pushStatuses)[number];

/** Outcomes after which the node holds what was wanted. */
export const goodOutcomes: readonly Outcome[] = ["changed", "unchanged", "written"];

/** Outcomes of nodes that had their turn and failed; nodes that had none ended neither way. */
export const badOutcomes: readonly Outcome[] = ["failed", "rolled-back", "rollback-failed"];

/** Outcomes of nodes that took part and were never begun. */
export const unbegunOutcomes: readonly Outcome[] = ["cancelled", "not-reached"];
