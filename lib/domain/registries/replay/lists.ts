import { align, type Known, type Row } from "./align";
import { mergeOrder } from "./order";
import { mapSides, pick, type Side, type Sides, threeWay } from "./sides";

export interface ListKind<Entry> extends Known<Entry> {
  /** Makes one of an entry that all sides have. */
  merge(sides: Sides<Entry>): Entry;
  /** Both came to different things, or one took away what the other changed. */
  decide(sides: Sides<Entry | undefined>): Side;
  decideOrder(lists: Sides<readonly Entry[]>): Side;
}

export const mergeList = <Entry>(lists: Sides<readonly Entry[]>, kind: ListKind<Entry>): Entry[] => [
  ...threeWay<readonly Entry[]>(lists, () => mergeRows(lists, kind)),
];

/** A list that may be missing. Whether an empty one is written is a matter of its own. */
export function mergeOptional<Entry>(
  lists: Sides<readonly Entry[] | null>,
  kind: ListKind<Entry>,
): Entry[] | null {
  const merged = threeWay(lists, () => {
    const list = mergeList(
      mapSides(lists, (each) => each ?? []),
      kind,
    );
    // Of two states, what both left is the same on both sides.
    const isMissing = threeWay(
      mapSides(lists, (each) => each === null),
      () => false,
    );
    return list.length === 0 && isMissing ? null : list;
  });
  return merged && [...merged];
}

function mergeRows<Entry>(lists: Sides<readonly Entry[]>, kind: ListKind<Entry>): Entry[] {
  const rows = align(lists, kind);
  const merged = rows.map((row) => mergeRow(entriesAt(lists, row), kind));
  const order = mergeOrder(
    { base: orderOf(rows, "base"), theirs: orderOf(rows, "theirs"), mine: orderOf(rows, "mine") },
    (row) => merged[row] !== undefined,
    () => kind.decideOrder(lists),
  );
  return order.flatMap((row) => merged[row] ?? []);
}

const entryAt = <Entry>(list: readonly Entry[], at: number | undefined) =>
  at === undefined ? undefined : list[at];

const entriesAt = <Entry>(lists: Sides<readonly Entry[]>, row: Row): Sides<Entry | undefined> => ({
  base: entryAt(lists.base, row.base),
  theirs: entryAt(lists.theirs, row.theirs),
  mine: entryAt(lists.mine, row.mine),
});

function mergeRow<Entry>(sides: Sides<Entry | undefined>, kind: ListKind<Entry>): Entry | undefined {
  const { base, theirs, mine } = sides;
  if (base === undefined || theirs === undefined || mine === undefined) {
    return pick(sides, () => kind.decide(sides));
  }
  return threeWay({ base, theirs, mine }, () => kind.merge({ base, theirs, mine }));
}

/** The numbers of the rows in the order of one side. */
const orderOf = (rows: readonly Row[], side: keyof Row): number[] =>
  rows
    .flatMap((row, number) => (row[side] === undefined ? [] : [{ at: row[side], number }]))
    .toSorted((one, other) => one.at - other.at)
    .map(({ number }) => number);
