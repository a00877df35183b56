import type { DiffFold, DiffGap, DiffLine, DiffRow } from "./lines";

/** One row of a comparison side by side; null on the side that has no line there. */
export type DiffPair = { kind: "pair"; before: DiffLine | null; after: DiffLine | null };

export type SideRow = DiffPair | DiffGap | DiffFold;

export const toPair = (line: DiffLine): DiffPair => ({ kind: "pair", before: line, after: line });

/** Sets removed lines beside the added ones that follow them. */
export function toSides(rows: readonly DiffRow[]): SideRow[] {
  const sides: SideRow[] = [];
  let open: DiffPair[] = [];
  for (const row of rows) {
    if (row.kind === "added") {
      const pair = open.shift();
      if (pair) pair.after = row;
      else sides.push({ kind: "pair", before: null, after: row });
      continue;
    }
    const side = toSide(row);
    sides.push(side);
    if (row.kind !== "removed") open = [];
    else if (side.kind === "pair") open.push(side);
  }
  return sides;
}

function toSide(row: DiffRow): SideRow {
  if (row.kind === "gap" || row.kind === "fold") return row;
  return row.kind === "removed" ? { kind: "pair", before: row, after: null } : toPair(row);
}
