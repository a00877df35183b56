import { isSame } from "../compare/same";

/** One thing as it was, and as two people made it of that. */
export interface Sides<Value> {
  readonly base: Value;
  readonly theirs: Value;
  readonly mine: Value;
}

export type Side = "theirs" | "mine";

/** What only one side changed, or both alike, is settled; of all else `both` makes one. */
export function threeWay<Value>({ base, theirs, mine }: Sides<Value>, both: () => Value): Value {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || isSame(mine, theirs)) return mine;
  return both();
}

/** The same for what cannot be made of two: one side's value is taken whole. */
export const pick = <Value>(sides: Sides<Value>, decide: () => Side): Value =>
  threeWay(sides, () => sides[decide()]);

export const mapSides = <From, To>(sides: Sides<From>, change: (value: From) => To): Sides<To> => ({
  base: change(sides.base),
  theirs: change(sides.theirs),
  mine: change(sides.mine),
});
