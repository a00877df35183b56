import type { PlacedFinding } from "./findings/place-findings";

/** Two rules that match one name: the places of their rows, and such a name. */
export type Overlap = { first: number; second: number; example: string };

/** The overlaps that were found, as far as the rules still are the ones they were found in. */
export function readOverlaps(
  found: readonly PlacedFinding[],
  rules: readonly { pattern: string }[],
): Overlap[] {
  return found.flatMap(({ finding: { code, params } }) => {
    if (code !== "rewrite-overlap") return [];
    const places = [params["one"], params["other"]].map((pattern) =>
      rules.findIndex((rule) => rule.pattern === pattern),
    );
    const [first = -1, second = -1] = places.toSorted((one, other) => one - other);
    const example = String(params["example"] ?? "");
    return first === -1 || first === second || example === "" ? [] : [{ first, second, example }];
  });
}

/** A piece of a bracket beside one row. Brackets that would touch stand in lanes beside each other. */
export type BracketPiece = { lane: number; part: "start" | "middle" | "end" };

const mostLanes = 3;

/** The lane of each bracket; those that find none among the first three would say nothing, so they are left out. */
function inLanes(overlaps: readonly Overlap[]): (Overlap & { lane: number })[] {
  const ends: number[] = [];
  return overlaps
    .toSorted((one, other) => one.first - other.first)
    .flatMap((overlap) => {
      const free = ends.findIndex((end) => end < overlap.first);
      const lane = free === -1 ? ends.length : free;
      if (lane >= mostLanes) return [];
      ends[lane] = overlap.second;
      return [{ ...overlap, lane }];
    });
}

function partAt(row: number, { first, second }: Overlap): BracketPiece["part"] {
  if (row === first) return "start";
  return row === second ? "end" : "middle";
}

/** The pieces of all brackets by row. */
export function bracketPieces(overlaps: readonly Overlap[]): Map<number, BracketPiece[]> {
  const pieces = new Map<number, BracketPiece[]>();
  for (const placed of inLanes(overlaps)) {
    for (let row = placed.first; row <= placed.second; row += 1) {
      pieces.set(row, [...(pieces.get(row) ?? []), { lane: placed.lane, part: partAt(row, placed) }]);
    }
  }
  return pieces;
}
