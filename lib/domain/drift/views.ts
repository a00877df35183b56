import type { Named } from "@/lib/domain/named";
import type { NodeFault } from "@/lib/domain/nodes/views";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import type { DifferingState, DriftState } from "./states";

/** One node against what its group wants. Times are ISO 8601. */
export type DriftNode = Named & {
  group: Named | null;
  wanted: { id: string; number: number; configuration: Named } | null;
  state: DriftState;
  checkedAt: string | null;
  since: string | null;
  fault: NodeFault | null;
  /** The file on the node: when it was written and by whom, as the node says. */
  file: { modifiedAt: string; owner: string } | null;
  /** Equal for nodes that hold the same other file. */
  difference: string | null;
  snooze: { until: string; reason: string; byName: string } | null;
};

export type DriftOverview = {
  nodes: DriftNode[];
  /** By `difference`; wanted on one side, the node's on the other, secrets masked. */
  diffs: Record<string, NodeDiff>;
  /** How long a good word holds, in milliseconds. */
  freshMs: number;
  /** Minutes between two checks of a node by itself; 0 where nobody checks unasked. */
  everyMinutes: number;
};

/** Nodes that can be decided about together: of one group, in one state, with the same other file. */
export type DriftCard = { key: string; state: DriftState; nodes: DriftNode[]; difference: string | null };

/** How one node stands to the revision that is wanted of it, by its number. */
export type NodeStanding = { state: DriftState; wanted: number };

/** A node of which drift tells that it holds something else. */
export type DifferingNode = { id: string; groupId: string; state: DifferingState };
