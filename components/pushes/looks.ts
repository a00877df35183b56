import type { Status } from "@/components/ui/status";
import type { Outcome, PushStatus } from "@/lib/domain/pushes/outcomes";

/** The shape and colour of each outcome; its word comes from the catalogue. */
export const outcomeLooks: Record<Outcome, Status> = {
  changed: "succeeded",
  unchanged: "noChange",
  written: "pendingRestart",
  "rolled-back": "rolledBack",
  "rollback-failed": "rollbackFailed",
  failed: "failed",
  skipped: "skipped",
  cancelled: "cancelled",
  "not-reached": "stopped",
};

export const pushLooks: Record<PushStatus, Status> = {
  queued: "queued",
  running: "running",
  succeeded: "succeeded",
  failed: "failed",
  stopped: "stopped",
};
