import type { Outcome } from "./outcomes";
import type { PushView } from "./views";

/** A push that is to be taken back, and the nodes to begin with. */
export type Rollback = {
  push: { id: string; number: number };
  nodeIds: string[];
  /** Only one node was asked for, so the group as a whole goes on to want what it wanted. */
  single: boolean;
};

/** Outcomes after which a node holds what the push brought. */
const brought: readonly Outcome[] = ["changed", "written"];

/**
 * What taking a push back begins with: the nodes that it changed, or the one that was asked for. The others hold what
 * they held. Null while it runs, and where it changed nothing.
 */
export function toRollback(
  push: Pick<PushView, "id" | "number" | "finishedAt" | "nodes">,
  only?: string,
): Rollback | null {
  const changed = push.nodes.flatMap(({ nodeId, outcome }) =>
    nodeId !== null && outcome !== null && brought.includes(outcome) ? [nodeId] : [],
  );
  const nodeIds = only === undefined ? changed : changed.filter((id) => id === only);
  if (push.finishedAt === null || nodeIds.length === 0) return null;
  return { push: { id: push.id, number: push.number }, nodeIds, single: only !== undefined };
}
