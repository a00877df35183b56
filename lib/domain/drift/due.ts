import type { CheckedState } from "./states";

const minute = 60_000;

/** A node that stays away is asked less and less often, down to an eighth. */
const longestBackOff = 8;

export type LastCheck = { state: CheckedState; checkedAt: number; failures: number };

/** Since when the host key of a node is trusted; `isHeld` by a person, so that only a person replaces it. */
export type Trust = { at: number; isHeld: boolean };

type Asked = {
  now: number;
  everyMinutes: number;
  /** There is an authority that may vouch for the host key of the node where nobody trusts one. */
  isVouchable: boolean;
  /** When a push last went back on the node, or tried to; null where none did. */
  wentBackAt: number | null;
};

/**
 * Whether a node is to be looked at again. One that shows another key than a person trusts waits for a person: asking on
 * would only fail on. An authority may vouch for that key at any time, so such a node is asked, less and less often.
 * A push that went back says nothing of what the node holds, so somebody has to look. Times are epoch milliseconds.
 */
export function isDue(
  last: LastCheck | null,
  trust: Trust | null,
  { now, everyMinutes, isVouchable, wentBackAt }: Asked,
): boolean {
  if (trust === null && !isVouchable) return false;
  if (last === null || (trust !== null && trust.at > last.checkedAt)) return true;
  if (trust?.isHeld && last.state === "identity-changed") return false;
  if (wentBackAt !== null && wentBackAt > last.checkedAt) return true;
  const backOff = Math.min(2 ** Math.max(0, last.failures - 1), longestBackOff);
  return now - last.checkedAt >= everyMinutes * minute * backOff;
}
