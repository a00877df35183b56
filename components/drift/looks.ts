import type { Status } from "@/components/ui/status";
import type { DriftState } from "@/lib/domain/drift/states";

/** The shape and colour of each state; its words come from the catalogue. */
export const driftLooks: Readonly<Record<DriftState, Status>> = {
  "identity-changed": "rollbackFailed",
  drifted: "drifted",
  "missing-file": "drifted",
  "pending-restart": "pendingRestart",
  unreachable: "unreachable",
  unjudged: "warning",
  "not-checked": "notChecked",
  "not-pushed": "skipped",
  unmanaged: "skipped",
  "in-sync": "inSync",
};
