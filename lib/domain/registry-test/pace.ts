/** A person may test this often: enough for a page of endpoints, too little to search a network with. */
export const testsPerMinute = 30;
/** Tests of one person at the same time. */
export const testsAtOnce = 4;

const minute = 60_000;

/** The tests that still count, of those begun at these times. */
export const recentTests = (begun: readonly number[], now: number) =>
  begun.filter((time) => now - time < minute);

/** Seconds until another may begin; 0 for now. */
export function secondsToWait(begun: readonly number[], now: number): number {
  const recent = recentTests(begun, now);
  const oldest = recent.at(-testsPerMinute);
  return oldest === undefined ? 0 : Math.ceil((oldest + minute - now) / 1000);
}
