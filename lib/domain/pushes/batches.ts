import { batchSizes } from "./ramp";
import type { Limits, ScheduledNode } from "./schedule";

const isOpen = ({ state }: ScheduledNode) => state === "queued" || state === "running";

/** Agents in the batches of the ramp, or the canary and the rest; servers follow together, for their clusters and the width hold them back. */
function toBatches(nodes: readonly ScheduledNode[], { ramp, canary }: Limits): ScheduledNode[][] {
  const agents = nodes.filter(({ role }) => role === "agent");
  const servers = nodes.filter(({ role }) => role !== "agent");
  const sizes = ramp.length > 0 ? batchSizes(ramp, agents.length) : [canary ? 1 : agents.length];
  const batches: ScheduledNode[][] = [];
  for (let at = 0; at < agents.length; ) {
    const size = sizes[batches.length] ?? agents.length;
    batches.push(agents.slice(at, at + size));
    at += size;
  }
  const first = batches.length === 0 && canary ? servers.slice(0, 1) : [];
  return [...batches, first, servers.slice(first.length)].filter((batch) => batch.length > 0);
}

/** The nodes that may start now, and how often a person must have agreed before they do. */
export function currentBatch(
  nodes: readonly ScheduledNode[],
  limits: Limits,
): { members: ScheduledNode[]; approvals: number } {
  // Who was left out from the start is no part of a batch.
  const taking = nodes.filter(({ state }) => state !== "skipped");
  const batches = toBatches(taking, limits);
  const at = batches.findIndex((batch) => batch.some(isOpen));
  const passed = Math.max(0, at);
  const approvals = { none: 0, canary: Math.min(passed, 1), batch: passed }[limits.approval];
  return { members: batches[at] ?? [], approvals };
}
