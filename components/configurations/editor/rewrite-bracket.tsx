import { clsx } from "clsx";
import type { BracketPiece } from "./rewrite-overlaps";

const laneWidth = 10;

/** Room for the brackets beside the rows. */
export const bracketRoom = (pieces: ReadonlyMap<number, readonly BracketPiece[]>): number => {
  const lanes = [...pieces.values()].flat().map(({ lane }) => lane + 1);
  return lanes.length === 0 ? 0 : Math.max(...lanes) * laneWidth + 2;
};

// From the middle of a row's fields across the gap to the next row, and into the middle of the last one.
const parts: Record<BracketPiece["part"], string> = {
  start: "top-11 -bottom-3 rounded-ss-md border-t-2",
  middle: "top-0 -bottom-3",
  end: "top-0 h-11 rounded-es-md border-b-2",
};

/** Joins the rows of rules that match the same name. What it means is said in words at the later row. */
export const RewriteBracket = ({ pieces }: { pieces: readonly BracketPiece[] }) =>
  pieces.map(({ lane, part }) => (
    <span
      key={`${lane} ${part}`}
      aria-hidden="true"
      data-bracket={part}
      className={clsx("absolute w-2 border-warn border-s-2", parts[part])}
      style={{ insetInlineStart: -(lane + 1) * laneWidth }}
    />
  ));
