/** A stretch of a line, and whether it is what differs from the line it replaced or was replaced by. */
export type DiffPart = { text: string; changed: boolean };

export type DiffLine = {
  kind: "same" | "added" | "removed";
  /** Numbers count from 1; null on the side that does not have the line. */
  oldLine: number | null;
  newLine: number | null;
  text: string;
  /** The text in parts, where something of the line was kept. */
  parts?: DiffPart[];
};

/** Unchanged lines that are left out; `before` lines of the comparison stand above them. */
export type DiffGap = { kind: "gap"; before: number; count: number };

/** Unchanged lines that are there and closed at first. */
export type DiffFold = { kind: "fold"; before: number; lines: DiffLine[] };

export type DiffRow = DiffLine | DiffGap | DiffFold;

type LinesPart = { value: readonly string[]; added: boolean; removed: boolean };

/** The lines of a comparison, numbered on both sides. */
export function toDiffLines(parts: readonly LinesPart[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let oldLine = 0;
  let newLine = 0;
  for (const { value, added, removed } of parts) {
    for (const text of value) {
      if (added) lines.push({ kind: "added", oldLine: null, newLine: ++newLine, text });
      else if (removed) lines.push({ kind: "removed", oldLine: ++oldLine, newLine: null, text });
      else lines.push({ kind: "same", oldLine: ++oldLine, newLine: ++newLine, text });
    }
  }
  return lines;
}

/**
 * Lines that may differ before no shortest difference is looked for any more: its cost grows with their square, 10 s
 * for 16,000 of them, and everything else would wait.
 */
const longestSearch = 1_000;

/** A search for the shortest difference; it gives up when more than `maxEditLength` lines differ. */
type Search = (
  before: string[],
  after: string[],
  limit: { maxEditLength: number },
) => readonly LinesPart[] | undefined;

/** Compares texts by their lines: every line of both, and which of them went or came. */
export const diffLinesBy =
  (search: Search) =>
  (before: string, after: string): DiffLine[] => {
    const [old, now] = [toLines(before), toLines(after)];
    const parts = search(old, now, { maxEditLength: longestSearch });
    return toDiffLines(
      parts ?? [
        { value: old, removed: true, added: false },
        { value: now, removed: false, added: true },
      ],
    );
  };

const toLines = (text: string) => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));

/** Unchanged lines kept open before and after a change. */
const context = 3;

/** Closing fewer lines than this would save no room. */
const shortestFold = 4;

const isChange = ({ kind }: DiffLine) => kind !== "same";

/** For each line whether it stands close enough to a change to be shown with it. */
export function nearChanges(lines: readonly DiffLine[]): boolean[] {
  const near = new Array<boolean>(lines.length).fill(false);
  for (const [at, line] of lines.entries())
    if (isChange(line)) near.fill(true, Math.max(0, at - context), at + context + 1);
  return near;
}

/** The whole comparison, with the unchanged lines far from every change closed. */
export function foldUnchanged(lines: readonly DiffLine[]): DiffRow[] {
  const near = nearChanges(lines);
  const rows: DiffRow[] = [];
  for (const [at, line] of lines.entries()) {
    const last = rows.at(-1);
    if (near[at]) rows.push(line);
    else if (last?.kind === "fold") last.lines.push(line);
    else rows.push({ kind: "fold", before: at, lines: [line] });
  }
  return rows.flatMap((row) => (row.kind === "fold" && row.lines.length < shortestFold ? row.lines : [row]));
}
