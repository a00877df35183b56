import { type DiffGap, type DiffLine, nearChanges } from "@/lib/domain/diff/lines";
import type { NodeDiff } from "./views";

/** What is kept of one diff; a record has one for every node. */
const most = { lines: 2_000, characters: 262_144 };

const isChange = ({ kind }: DiffLine) => kind !== "same";

function toHunks(lines: readonly DiffLine[]): (DiffLine | DiffGap)[] {
  const near = nearChanges(lines);
  const kept: (DiffLine | DiffGap)[] = [];
  for (const [at, line] of lines.entries()) {
    const last = kept.at(-1);
    if (near[at]) kept.push(line);
    else if (last?.kind === "gap") last.count += 1;
    else kept.push({ kind: "gap", before: at, count: 1 });
  }
  return kept;
}

/**
 * The changed lines of a comparison with a little around them, and how many changed lines were too many to keep.
 * Nothing is kept of texts without a change.
 */
export function keepChanges(lines: readonly DiffLine[]): Pick<NodeDiff, "lines" | "cut"> {
  const changes = lines.filter(isChange).length;
  if (changes === 0) return { lines: [], cut: 0 };
  const kept: (DiffLine | DiffGap)[] = [];
  let characters = 0;
  for (const line of toHunks(lines)) {
    if (kept.length >= most.lines || characters >= most.characters) break;
    kept.push(line);
    characters += line.kind === "gap" ? 0 : line.text.length;
  }
  const shown = kept.filter((line) => line.kind !== "gap" && isChange(line)).length;
  return { lines: kept, cut: changes - shown };
}
