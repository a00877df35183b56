import type { CheckedState } from "./states";

const minute = 60_000;

/** A node that stays away is asked less and less often, down to an eighth. */
const longestBackOff = 8;

export type LastCheck = { state: CheckedState; checkedAt: number; failures: number };

/**
 * Whether a node is to be looked at again. One whose host key changed waits for a person, who trusts the new key at
 * `trustedAt` or not: asking on would only fail on. Times are epoch milliseconds.
 */
export function isDue(
  last: LastCheck | null,
  trustedAt: number | null,
  { now, everyMinutes }: { now: number; everyMinutes: number },
): boolean {
  if (trustedAt === null) return false;
  if (last === null || trustedAt > last.checkedAt) return true;
  if (last.state === "identity-changed") return false;
  const backOff = Math.min(2 ** Math.max(0, last.failures - 1), longestBackOff);
  return now - last.checkedAt >= everyMinutes * minute * backOff;
}
