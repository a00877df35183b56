import type { Named } from "@/components/nodes/views";

/** A group as the API tells it. */
export type GroupView = {
  id: string;
  name: string;
  note: string;
  width: number;
  stopAfter: number;
  configuration: Named | null;
  wantedRevision: { id: string; number: number } | null;
  nodes: Named[];
  servers: number;
  agents: number;
  unknown: number;
  lastPush: { id: string; number: number; status: string; finishedAt: string | null } | null;
};
