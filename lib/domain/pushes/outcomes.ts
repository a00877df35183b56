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

/** What went wrong, apart from how the node ended. Each has a headline, a state and a next step in the catalogue. */
export const faults = [
  "unreachable",
  "connection-refused",
  "login-refused",
  "host-key-unknown",
  "host-key-changed",
  "not-root",
  "sudo-password-wrong",
  "sudo-needs-terminal",
  "service-not-found",
  "service-ambiguous",
  "disk-full",
  "read-only",
  "not-writable",
  "secret-unavailable",
  "tls-path-missing",
  "node-busy",
  "file-changed",
  "findings-block",
  "connection-lost",
  "upload-broken",
  "restart-failed",
  "not-active-in-time",
  "unit-flapping",
  "configuration-refused",
  "containerd-down",
  "not-ready",
  "content-differs",
  "not-generated",
  "quorum-at-risk",
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
