import type { NodeFacts } from "@/lib/domain/nodes/facts";

/** An older look did not measure its way, and itself takes some seconds, so less than this is no difference. */
const tolerated = 10_000;

/** How far a node's clock is from the server's, in whole seconds; positive when the node is ahead. */
export function clockDifference(
  { clock, clockAhead }: Pick<NodeFacts, "clock" | "clockAhead">,
  seenAt: string,
): number {
  if (clockAhead !== undefined) return Math.round(clockAhead / 1000);
  const difference = clock - Date.parse(seenAt);
  return Math.abs(difference) < tolerated ? 0 : Math.round(difference / 1000);
}
