type Entry = Readonly<Record<string, unknown>>;

export const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * `next` with every part that equals its counterpart in `last` replaced by that counterpart. So equal parts are one
 * object, and comparing by identity tells what changed.
 */
export function share<Value>(last: unknown, next: Value): Value;
export function share(last: unknown, next: unknown): unknown {
  if (Object.is(last, next)) return next;
  if (Array.isArray(last) && Array.isArray(next)) return shareList(last, next);
  if (isEntry(last) && isEntry(next)) return shareEntry(last, next);
  return next;
}

function shareList(last: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const shared = next.map((item, at) => share(last[at], item));
  const equal = last.length === next.length && shared.every((item, at) => Object.is(item, last[at]));
  return equal ? last : shared;
}

function shareEntry(last: Entry, next: Entry): Entry {
  const keys = Object.keys(next);
  const shared = Object.fromEntries(keys.map((key) => [key, share(last[key], next[key])]));
  const equal =
    keys.length === Object.keys(last).length && keys.every((key) => Object.is(shared[key], last[key]));
  return equal ? last : shared;
}

export const isSame = (one: unknown, other: unknown): boolean => Object.is(share(one, other), one);
