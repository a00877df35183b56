type Entry = Readonly<Record<string, unknown>>;

export const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * `next` with every part that equals its counterpart in `last` replaced by that counterpart. So equal parts are one
 * object, and comparing by identity tells what changed.
 */
export const share = <Value>(last: unknown, next: Value): Value =>
  merge(last, next, (value) => value) as Value;

/** The same, with copies of what differs, so that the state stays as it is when `live` is changed in place. */
export const shareCopy = <Value>(last: unknown, live: Value): Value =>
  merge(last, live, structuredClone) as Value;

/** Nothing is made for parts that are equal: states are large and changes are small. */
function merge(last: unknown, next: unknown, take: (value: unknown) => unknown): unknown {
  if (isSame(last, next)) return last;
  if (Array.isArray(last) && Array.isArray(next)) return next.map((item, at) => merge(last[at], item, take));
  if (!isEntry(last) || !isEntry(next)) return take(next);
  return Object.fromEntries(Object.entries(next).map(([key, value]) => [key, merge(last[key], value, take)]));
}

export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  }
  if (!isEntry(one) || !isEntry(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}
