import { badOutcomes } from "./outcomes";
import type { PushNodeView } from "./views";

/** What a list of the nodes of a push can be narrowed to. */
export const nodeShows = ["all", "failed", "open", "ended"] as const;
export type NodeShow = (typeof nodeShows)[number];

type Listed = Pick<PushNodeView, "outcome">;

const isFailure = ({ outcome }: Listed): boolean => outcome !== null && badOutcomes.includes(outcome);

const tests: Record<NodeShow, (node: Listed) => boolean> = {
  all: () => true,
  failed: isFailure,
  open: ({ outcome }) => outcome === null,
  ended: (node) => node.outcome !== null && !isFailure(node),
};

export const readShow = (text: string | null): NodeShow => nodeShows.find((show) => show === text) ?? "all";

/** Those that are asked for, in their order. */
export const filterNodes = <Node extends Listed>(nodes: readonly Node[], show: NodeShow): Node[] =>
  nodes.filter(tests[show]);
