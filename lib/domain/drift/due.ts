import type { CheckedState } from "./states";

const minute = 60_000;

/** A node that stays away is asked less and less often, down to an eighth. */
const longestBackOff = 8;

export type LastCheck = { state: CheckedState; checkedAt: number; failures: number };

type Asked = {
  now: number;
  everyMinutes: number;
  /** There are authorities that may vouch for the host key of a node that nobody trusts. */
  isVouchable: boolean;
};

/**
 * Whether a node is to be looked at again. One whose host key changed waits for a person, who trusts the new key at
 * `trustedAt` or not: asking on would only fail on. Times are epoch milliseconds.
 */
export function isDue(
  last: LastCheck | null,
  trustedAt: number | null,
  { now, everyMinutes, isVouchable }: Asked,
): boolean {
  if (trustedAt === null && !isVouchable) return false;
  if (last === null || (trustedAt !== null && trustedAt > last.checkedAt)) return true;
  if (trustedAt !== null && last.state === "identity-changed") return false;
  const backOff = Math.min(2 ** Math.max(0, last.failures - 1), longestBackOff);
  return now - last.checkedAt >= everyMinutes * minute * backOff;
}
