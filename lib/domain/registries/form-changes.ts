import type { Definition } from "./schema";

type Entry = { readonly [key: string]: unknown };

const isEntry = (value: unknown): value is Entry =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What tells one entry of a list from another; the order of these keys matters to none of the lists. */
const identities = ["name", "host", "url", "pattern", "key"] as const;

const identityOf = (value: unknown): string => {
  if (!isEntry(value)) return JSON.stringify(value);
  const key = identities.find((each) => each in value);
  return key ? String(value[key]) : JSON.stringify(value);
};

/** Entries by identity; a second one of the same identity gets a place of its own. */
function byIdentity(list: readonly unknown[]): Map<string, unknown> {
  const entries = new Map<string, unknown>();
  for (const item of list) {
    let key = identityOf(item);
    while (entries.has(key)) key += "\n";
    entries.set(key, item);
  }
  return entries;
}

/** What was counted between two entries, for definitions whose entries stay as they are while nothing changes. */
export type Counted = WeakMap<object, { after: unknown; total: number }>;

function countKnown(before: unknown, after: unknown, counted: Counted | undefined): number {
  if (!counted || !isEntry(before)) return count(before, after);
  const known = counted.get(before);
  if (known && known.after === after) return known.total;
  const total = count(before, after);
  counted.set(before, { after, total });
  return total;
}

function countInList(before: readonly unknown[], after: readonly unknown[], counted?: Counted): number {
  const old = byIdentity(before);
  const now = byIdentity(after);
  const kept = [...now.keys()].filter((key) => old.has(key));
  const moved = [...old.keys()].filter((key) => now.has(key)).join("\0") === kept.join("\0") ? 0 : 1;
  const inside = kept.reduce((sum, key) => sum + countKnown(old.get(key), now.get(key), counted), 0);
  // An entry that was renamed counts once, not as one that went and one that came.
  return Math.max(old.size, now.size) - kept.length + moved + inside;
}

function count(before: unknown, after: unknown, counted?: Counted): number {
  if (Object.is(before, after)) return 0;
  if (Array.isArray(before) && Array.isArray(after)) return countInList(before, after, counted);
  if (isEntry(before) && isEntry(after)) return countInEntry(before, after, counted);
  if (Array.isArray(before) && after === null) return Math.max(1, before.length);
  return Array.isArray(after) && before === null ? Math.max(1, after.length) : 1;
}

/** A value of one kind that becomes another kind is one change, whatever it is made of. */
function countInEntry(before: Entry, after: Entry, counted?: Counted): number {
  const isValue = "kind" in before || "kind" in after;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const total = [...keys].reduce((sum, key) => sum + count(before[key], after[key], counted), 0);
  return isValue ? Math.min(total, 1) : total;
}

/** How many things differ between two definitions, as a person would count them; 0 exactly when they are equal. */
export const countChanges = (before: Definition, after: Definition, counted?: Counted): number =>
  count(before, after, counted);
