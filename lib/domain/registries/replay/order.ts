import { isSame } from "../compare/same";
import { mapSides, type Side, type Sides } from "./sides";

/**
 * Entries, by number, in the order of the side that changed it, with those that only the other side has behind the
 * entry they follow there. Where both put entries at one place, those of the leading side come first.
 */
export function mergeOrder(
  orders: Sides<readonly number[]>,
  isKept: (entry: number) => boolean,
  decide: () => Side,
): number[] {
  const leading = leadingSide(orders, decide);
  const [first, second] = leading === "mine" ? [orders.mine, orders.theirs] : [orders.theirs, orders.mine];
  return insert(first.filter(isKept), second.filter(isKept));
}

function leadingSide(orders: Sides<readonly number[]>, decide: () => Side): Side {
  const { base, theirs, mine } = mapSides(orders, (order) => new Set(order));
  const isShared = (entry: number) => base.has(entry) && theirs.has(entry) && mine.has(entry);
  const shared = mapSides(orders, (order) => order.filter(isShared));
  if (isSame(shared.mine, shared.base)) return "theirs";
  if (isSame(shared.theirs, shared.base) || isSame(shared.mine, shared.theirs)) return "mine";
  return decide();
}

function insert(first: readonly number[], second: readonly number[]): number[] {
  const [led, known] = [new Set(first), new Set(second)];
  const following = new Map<number | null, number[]>();
  let before: number | null = null;
  for (const entry of second) {
    if (led.has(entry)) before = entry;
    else following.set(before, [...(following.get(before) ?? []), entry]);
  }
  const merged: number[] = [];
  let waiting = following.get(null) ?? [];
  for (const entry of first) {
    if (known.has(entry)) {
      merged.push(...waiting, entry);
      waiting = following.get(entry) ?? [];
    } else merged.push(entry);
  }
  return [...merged, ...waiting];
}
