import "server-only";
import { singleton } from "@/lib/server/singleton";

/** How often a push that fails for no reason of its nodes is tried before it is given up. */
export const mostCrashes = 5;

const firstRestMs = 2_000;
const longestRestMs = 60_000;

type Crashes = { count: number; restUntil: number };
const crashes = () => singleton("push-crashes", () => new Map<string, Crashes>());

/** Whether a push that crashed has to wait until it is tried again. */
export const isResting = (pushId: string, now = Date.now()): boolean =>
  (crashes().get(pushId)?.restUntil ?? 0) > now;

/** Counts a crash, after which the push rests for twice as long as after the one before; tells how many there were. */
export function countCrash(pushId: string, now = Date.now()): number {
  const count = (crashes().get(pushId)?.count ?? 0) + 1;
  const rest = Math.min(longestRestMs, firstRestMs * 2 ** Math.min(count - 1, 10));
  crashes().set(pushId, { count, restUntil: now + rest });
  return count;
}

export const forgetCrashes = (pushId: string): void => {
  crashes().delete(pushId);
};
