/** How failed logins slow down further ones. `free` tries cost nothing; then the pause doubles up to `maxSeconds`. */
export type ThrottlePolicy = { free: number; firstSeconds: number; maxSeconds: number };

/** A name tried from one address. */
export const pairThrottle: ThrottlePolicy = { free: 5, firstSeconds: 2, maxSeconds: 300 };
/** A name from everywhere: against many addresses, and short, because strangers could else keep its owner out. */
export const nameThrottle: ThrottlePolicy = { free: 50, firstSeconds: 2, maxSeconds: 30 };
/** Many people can share one address, so it gets more tries than a name from there. */
export const addressThrottle: ThrottlePolicy = { free: 20, firstSeconds: 2, maxSeconds: 900 };

/** Failures older than this no longer count. */
export const throttleMemorySeconds = 60 * 60;

/** Seconds to wait after this many failures in a row. */
export function pauseAfter(failures: number, { free, firstSeconds, maxSeconds }: ThrottlePolicy): number {
  if (failures < free) return 0;
  return Math.min(maxSeconds, firstSeconds * 2 ** Math.min(failures - free, 30));
}

/** Tries left before the first pause. */
export const triesLeft = (failures: number, { free }: ThrottlePolicy): number => Math.max(0, free - failures);

/** What an address counts as: IPv6 clients hold a whole /64, so its first four groups stand for all of them. */
export function throttledAddress(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().replace(/%.*$/, "").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = !tail ? [] : tail.split(":");
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill("0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
