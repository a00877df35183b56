import type { Status } from "@/components/ui/status";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PushStatus } from "@/lib/domain/pushes/outcomes";

const known: Record<PushStatus, Status> = {
  queued: "queued",
  running: "running",
  succeeded: "succeeded",
  failed: "failed",
  stopped: "stopped",
};

/** A status of a push that this version does not know is shown as unknown, never as good. */
export function PushStatusBadge({ status }: { status: string }) {
  const look = Object.entries(known).find(([name]) => name === status)?.[1] ?? "notChecked";
  return <StatusBadge plain status={look} />;
}
