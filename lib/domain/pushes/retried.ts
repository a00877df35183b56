import { goodOutcomes } from "./outcomes";
import type { PushHeader, PushNodeView } from "./views";

/**
 * Nodes that a retry of a whole push takes: what did not end well, but not what was left out from the start, nor what was
 * deleted since.
 */
export const toRetry = <Node extends { nodeId: string | null; outcome: string | null }>(
  nodes: readonly Node[],
): Node[] =>
  nodes.filter(
    ({ nodeId, outcome }) =>
      nodeId !== null &&
      outcome !== null &&
      outcome !== "skipped" &&
      !goodOutcomes.some((good) => good === outcome),
  );

/** The servers on which a retry of these nodes restarts the service; a push that only writes restarts none. */
export const restartedServers = <Node extends Pick<PushNodeView, "role">>(
  { options }: Pick<PushHeader, "options">,
  nodes: readonly Node[],
): Node[] => (options.writeOnly ? [] : nodes.filter(({ role }) => role === "server"));
