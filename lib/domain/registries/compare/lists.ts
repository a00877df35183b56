/** Which entries of two lists are the same ones, by key. Entries of one key are paired in their order. */
export interface Matched {
  /** Places before and after, in the order after. */
  readonly kept: readonly (readonly [number, number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

export function matchByKey(before: readonly string[], after: readonly string[]): Matched {
  const places = new Map<string, number[]>();
  for (const [at, key] of before.entries()) {
    const list = places.get(key);
    if (list) list.push(at);
    else places.set(key, [at]);
  }
  const next = new Map<string, number>();
  const kept: [number, number][] = [];
  const added: number[] = [];
  for (const [at, key] of after.entries()) {
    const turn = next.get(key) ?? 0;
    const from = places.get(key)?.[turn];
    next.set(key, turn + 1);
    if (from === undefined) added.push(at);
    else kept.push([from, at]);
  }
  const found = new Set(kept.map(([from]) => from));
  return { kept, added, removed: before.flatMap((_key, at) => (found.has(at) ? [] : [at])) };
}

/**
 * The entries that changed their order among those that were kept: the fewest that, taken out, leave the rest in
 * their old order. So what only makes room for another has not moved.
 */
export function movedOf(kept: Matched["kept"]): Matched["kept"] {
  const still = new Set(longestRise(kept.map(([from]) => from)));
  return kept.filter((_pair, at) => !still.has(at));
}

/** Places of a longest strictly rising part of a sequence (patience sorting with back pointers). */
function longestRise(values: readonly number[]): number[] {
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  const valueAt = (place: number | undefined) => values[place ?? -1] ?? Number.NEGATIVE_INFINITY;
  for (const [place, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(tails[middle]) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(tails[low - 1]);
    tails[low] = place;
  }
  const rise: number[] = [];
  for (let place = tails.at(-1); place !== undefined; place = previous[place]) rise.push(place);
  return rise;
}
