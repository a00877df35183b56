import type { GroupLock } from "@/lib/domain/groups/lock";
import type { PushedNode, PushHeader } from "@/lib/domain/pushes/views";

/** How many of each exist; a step is done when there is one. */
export type StepCounts = {
  sshCredentials: number;
  nodes: number;
  configurations: number;
  finishedPushes: number;
};

export type OverviewGroup = {
  id: string;
  name: string;
  configuration: { id: string; name: string } | null;
  newestRevision: number | null;
  wantedRevision: { id: string; number: number } | null;
  nodeCount: number;
  /** As long as it lasts. */
  lock: GroupLock | null;
  /** Nodes of it that are known to hold what is wanted. */
  inSync: number;
  lastPush: { id: string; number: number; status: string; finishedAt: string | null } | null;
};

export type Overview = {
  steps: StepCounts;
  nodes: { inSync: number; drifted: number; pendingRestart: number; unknown: number };
  groups: OverviewGroup[];
  pushes: PushHeader[];
  /** Nodes that no push could take back and that nobody took care of yet. */
  needingHands: PushedNode[];
};

export const isSetUpFully = (steps: StepCounts) => Object.values(steps).every((count) => count > 0);
