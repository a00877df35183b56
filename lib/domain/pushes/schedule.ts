import { currentBatch } from "./batches";
import { badOutcomes, goodOutcomes, type Outcome } from "./outcomes";

/** One node of a push as the schedule sees it. Nodes of unknown cluster or role count as the careful case. */
export type ScheduledNode = {
  id: string;
  role: "server" | "agent" | null;
  clusterId: string | null;
  state: "queued" | "running" | Outcome;
};

export type Limits = {
  /** How many nodes may be at work at once, whatever they are. */
  width: number;
  stopAfter: number;
  canary: boolean;
  /** Sizes of the batches of agents; without it they flow. */
  ramp: readonly string[];
  /** After what a person must agree before more nodes start. */
  approval: "none" | "canary" | "batch";
};

/** What people said while it runs: how often they agreed to go on, and whether nothing more shall start for now. */
export type Course = { approvals: number; paused: boolean };

export type Decision =
  | { kind: "start"; ids: string[] }
  | { kind: "wait" }
  /** Nothing runs, and nothing starts before a person says so. */
  | { kind: "hold"; reason: "paused" | "approval" }
  | { kind: "stop"; reason: "stopped-after-failures" }
  | { kind: "end" };

const isServer = (node: ScheduledNode) => node.role !== "agent";
const clusterOf = (node: ScheduledNode) => node.clusterId ?? "unknown";
const isFailure = (node: ScheduledNode) => badOutcomes.some((outcome) => outcome === node.state);
const isGood = (node: ScheduledNode) => goodOutcomes.some((outcome) => outcome === node.state);

/** Agents in order while there is room; a group of servers only starts with its first server as canary. */
function agentsToStart(nodes: ScheduledNode[], room: number): ScheduledNode[] {
  return nodes.filter((node) => !isServer(node) && node.state === "queued").slice(0, Math.max(0, room));
}

/** One server of each cluster that has none running, while there is room; servers wait until every agent has ended. */
function serversToStart(nodes: ScheduledNode[], room: number): ScheduledNode[] {
  if (nodes.some((node) => !isServer(node) && (node.state === "queued" || node.state === "running")))
    return [];
  const taken = new Set(nodes.filter((node) => isServer(node) && node.state === "running").map(clusterOf));
  const chosen: ScheduledNode[] = [];
  for (const node of nodes) {
    if (!isServer(node) || node.state !== "queued" || taken.has(clusterOf(node))) continue;
    taken.add(clusterOf(node));
    chosen.push(node);
  }
  return chosen.slice(0, Math.max(0, room));
}

/** What may start now; before one node ended well, a canary goes alone. */
function candidates(nodes: ScheduledNode[], limits: Limits, members: ScheduledNode[]): string[] {
  const running = nodes.filter((node) => node.state === "running").length;
  const batch = new Set(members.map(({ id }) => id));
  const room = limits.width - running;
  const ready = [...agentsToStart(nodes, room), ...serversToStart(nodes, room)]
    .map(({ id }) => id)
    .filter((id) => batch.has(id));
  const proven = !limits.canary || nodes.some(isGood);
  return proven ? ready : running > 0 ? [] : ready.slice(0, 1);
}

/** Why nothing more may start, however many are queued: failures, or a person who has to say so. */
function findHalt(
  nodes: ScheduledNode[],
  limits: Limits,
  course: Course & { needed: number },
): Decision | null {
  const failures = nodes.filter(isFailure).length;
  if (limits.stopAfter > 0 && failures >= limits.stopAfter)
    return { kind: "stop", reason: "stopped-after-failures" };
  if (course.paused) return { kind: "hold", reason: "paused" };
  return course.approvals < course.needed ? { kind: "hold", reason: "approval" } : null;
}

/**
 * What a push does next: a pure function of how its nodes stand, called again whenever one of them changes.
 * Order: one canary, then agents up to the width or batch by batch, then servers, one at a time per cluster and up to
 * the width across clusters.
 */
export function decide(nodes: ScheduledNode[], limits: Limits, course: Course): Decision {
  const isRunning = nodes.some((node) => node.state === "running");
  if (!nodes.some((node) => node.state === "queued")) return { kind: isRunning ? "wait" : "end" };
  const { members, approvals } = currentBatch(nodes, limits);
  const halt = findHalt(nodes, limits, { ...course, needed: approvals });
  // What runs is never cut off.
  if (halt !== null) return isRunning ? { kind: "wait" } : halt;
  const ids = candidates(nodes, limits, members);
  return ids.length > 0 ? { kind: "start", ids } : { kind: "wait" };
}
