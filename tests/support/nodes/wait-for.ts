import { setTimeout as pause } from "node:timers/promises";

/** Long, since it only tells a wait that is in vain: a machine with other work may need half a minute for a second. */
const patienceMs = 120_000;

export interface WaitOptions {
  timeoutMs?: number | undefined;
  intervalMs?: number;
  /** Named in the error when the time is over. */
  what?: string;
}

/** Asks again until the condition gives something true, and returns that; throws when the time is over. */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = patienceMs, intervalMs = 25, what = "the condition" }: WaitOptions = {},
): Promise<Exclude<T, false | null | undefined | 0 | "">> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await condition();
    if (value) return value as Exclude<T, false | null | undefined | 0 | "">;
    if (performance.now() > end) throw new Error(`Waited ${timeoutMs} ms in vain for ${what}`);
    await pause(intervalMs);
  }
}
