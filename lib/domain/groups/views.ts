import type { Named } from "@/lib/domain/named";
import type { GroupLock } from "./lock";

/** A group as pages and the API show it. */
export type GroupView = {
  id: string;
  name: string;
  note: string;
  width: number;
  stopAfter: number;
  configuration: Named | null;
  /** Of its configuration, by number: what the next push brings. */
  newestRevision: number | null;
  wantedRevision: { id: string; number: number } | null;
  nodes: Named[];
  servers: number;
  agents: number;
  /** Nodes whose role nobody has looked at yet. */
  unknown: number;
  /** As long as it lasts. */
  lock: GroupLock | null;
  lastPush: { id: string; number: number; status: string; finishedAt: string | null } | null;
};
