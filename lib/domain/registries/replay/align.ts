import { matchByKey } from "../compare/lists";
import type { Sides } from "./sides";

/** How the entries of a list are known again. */
export interface Known<Entry> {
  keyOf(entry: Entry): string;
  /** All of an entry but its key: what went and came with the same rest has only another name. */
  restOf(entry: Entry): unknown;
}

/** Where one entry stands in each of the lists that have it. */
export interface Row {
  readonly base?: number;
  theirs?: number;
  mine?: number;
}

/** Each entry of three lists, known again on every side, in no order that matters. */
export function align<Entry>({ base, theirs, mine }: Sides<readonly Entry[]>, known: Known<Entry>): Row[] {
  const rows: Row[] = base.map((_entry, at) => ({ base: at }));
  const place = (side: "theirs" | "mine", list: readonly Entry[], other: readonly Entry[]) => {
    const added: number[] = [];
    for (const [at, from] of originsOf({ base, list, other }, known).entries()) {
      const row = from === undefined ? undefined : rows[from];
      if (row) row[side] = at;
      else added.push(at);
    }
    return added;
  };
  const [came, own] = [place("theirs", theirs, mine), place("mine", mine, theirs)];
  const keysAt = (list: readonly Entry[], places: readonly number[]) =>
    places.map((at) => known.keyOf(list[at] as Entry));
  const { kept } = matchByKey(keysAt(theirs, came), keysAt(mine, own));
  const both = new Map(kept.map(([from, to]) => [from, own[to]]));
  const shared = new Set(both.values());
  for (const [turn, at] of came.entries()) {
    const twin = both.get(turn);
    rows.push(twin === undefined ? { theirs: at } : { theirs: at, mine: twin });
  }
  for (const at of own) if (!shared.has(at)) rows.push({ mine: at });
  return rows;
}

type Lists<Entry> = { base: readonly Entry[]; list: readonly Entry[]; other: readonly Entry[] };

/** For each entry of a list the place in the base it comes from. */
function originsOf<Entry>({ base, list, other }: Lists<Entry>, known: Known<Entry>): (number | undefined)[] {
  const matched = matchByKey(base.map(known.keyOf), list.map(known.keyOf));
  const origins: (number | undefined)[] = list.map(() => undefined);
  for (const [from, to] of matched.kept) origins[to] = from;
  const left = new Map<string, number[]>();
  for (const from of matched.removed) {
    const rest = canonical(known.restOf(base[from] as Entry));
    left.set(rest, [...(left.get(rest) ?? []), from]);
  }
  // A name that the other side has as well is an entry of its own, not a new name for this one.
  const taken = new Set(other.map(known.keyOf));
  for (const to of matched.added) {
    const entry = list[to] as Entry;
    if (taken.has(known.keyOf(entry))) continue;
    const from = left.get(canonical(known.restOf(entry)))?.shift();
    if (from !== undefined) origins[to] = from;
  }
  return origins;
}

/** One text for equal values, whatever the order of their keys in memory. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
