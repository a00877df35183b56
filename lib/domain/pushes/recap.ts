import type { Outcome } from "./outcomes";
import { badOutcomes, goodOutcomes, unbegunOutcomes } from "./outcomes";
import type { PushHeader, PushNodeView } from "./views";

/** How a push stands that ended before all of its nodes had their turn: every node is in exactly one of the counts. */
export type Recap = {
  kind: "canary" | "failures" | "stopped";
  /** The first node that ended badly; null where a person stopped the push before one did. */
  first: { id: string; name: string; outcome: Outcome | null } | null;
  good: number;
  back: number;
  hands: number;
  failed: number;
  untouched: number;
  left: number;
};

type EndedPush = Pick<PushHeader, "finishedAt" | "options">;
type EndedNode = Pick<PushNodeView, "id" | "name" | "outcome" | "fault">;

function kindOf(nodes: readonly EndedNode[], canary: boolean): Recap["kind"] | null {
  if (nodes.some(({ outcome }) => outcome === "cancelled")) return "stopped";
  if (!nodes.some(({ fault }) => fault?.code === "stopped-after-failures")) return null;
  const began = nodes.filter(({ outcome }) => outcome !== "not-reached" && outcome !== "skipped");
  return canary && began.length === 1 ? "canary" : "failures";
}

/** Null for a push that runs, for one that only looked, and for one in which every node had its turn. */
export function recapOf({ finishedAt, options }: EndedPush, nodes: readonly EndedNode[]): Recap | null {
  const kind = kindOf(nodes, options.canary);
  if (finishedAt === null || options.dryRun || kind === null) return null;
  const count = (...outcomes: readonly Outcome[]) =>
    nodes.filter(({ outcome }) => outcome !== null && outcomes.includes(outcome)).length;
  const first = nodes.find(({ outcome }) => outcome !== null && badOutcomes.includes(outcome));
  return {
    kind,
    first: first ? { id: first.id, name: first.name, outcome: first.outcome } : null,
    good: count(...goodOutcomes),
    back: count("rolled-back"),
    hands: count("rollback-failed"),
    failed: count("failed"),
    untouched: count(...unbegunOutcomes),
    left: count("skipped"),
  };
}
