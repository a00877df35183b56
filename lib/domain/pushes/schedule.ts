import { goodOutcomes, type Outcome } from "./outcomes";

/** One node of a push as the schedule sees it. Nodes of unknown cluster or role count as the careful case. */
export type ScheduledNode = {
  id: string;
  role: "server" | "agent" | null;
  clusterId: string | null;
  state: "queued" | "running" | Outcome;
};

type Limits = { width: number; stopAfter: number; canary: boolean };

export type Decision =
  | { kind: "start"; ids: string[] }
  | { kind: "wait" }
  | { kind: "stop"; reason: "stopped-after-failures" }
  | { kind: "end" };

const isServer = (node: ScheduledNode) => node.role !== "agent";
const clusterOf = (node: ScheduledNode) => node.clusterId ?? "unknown";
const isFailure = (node: ScheduledNode) =>
  node.state === "failed" || node.state === "rolled-back" || node.state === "rollback-failed";
const isGood = (node: ScheduledNode) => goodOutcomes.some((outcome) => outcome === node.state);

/** Agents in order while there is room; a group of servers only starts with its first server as canary. */
function agentsToStart(nodes: ScheduledNode[], room: number): ScheduledNode[] {
  return nodes.filter((node) => !isServer(node) && node.state === "queued").slice(0, Math.max(0, room));
}

/** One server of each cluster that has none running; servers wait until every agent has ended. */
function serversToStart(nodes: ScheduledNode[]): ScheduledNode[] {
  if (nodes.some((node) => !isServer(node) && (node.state === "queued" || node.state === "running")))
    return [];
  const taken = new Set(nodes.filter((node) => isServer(node) && node.state === "running").map(clusterOf));
  const chosen: ScheduledNode[] = [];
  for (const node of nodes) {
    if (!isServer(node) || node.state !== "queued" || taken.has(clusterOf(node))) continue;
    taken.add(clusterOf(node));
    chosen.push(node);
  }
  return chosen;
}

/**
 * What a push does next: a pure function of how its nodes stand, called again whenever one of them changes.
 * Order: one canary, then agents up to the width, then servers, one at a time per cluster.
 */
export function decide(nodes: ScheduledNode[], limits: Limits): Decision {
  const running = nodes.filter((node) => node.state === "running").length;
  const queued = nodes.some((node) => node.state === "queued");
  if (!queued) return running > 0 ? { kind: "wait" } : { kind: "end" };

  const failures = nodes.filter(isFailure).length;
  if (limits.stopAfter > 0 && failures >= limits.stopAfter)
    return running > 0 ? { kind: "wait" } : { kind: "stop", reason: "stopped-after-failures" };

  const candidates = [...agentsToStart(nodes, limits.width - running), ...serversToStart(nodes)];
  const proven = !limits.canary || nodes.some(isGood);
  const ids = (proven ? candidates : running > 0 ? [] : candidates.slice(0, 1)).map((node) => node.id);
  return ids.length > 0 ? { kind: "start", ids } : { kind: "wait" };
}
