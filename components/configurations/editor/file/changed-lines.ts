/** How often each line stands in a text. */
export function countLines(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of text.split("\n")) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

/** Numbers, from 1, of the lines that the text before did not have as often. Order alone makes no line new. */
export const changedLines = (before: string, after: string): Set<number> =>
  changedFrom(countLines(before), after);

/** The same, for a text before that was counted once. */
export function changedFrom(before: ReadonlyMap<string, number>, after: string): Set<number> {
  const used = new Map<string, number>();
  const changed = new Set<number>();
  for (const [index, line] of after.split("\n").entries()) {
    const count = used.get(line) ?? 0;
    if (count < (before.get(line) ?? 0)) used.set(line, count + 1);
    else if (line !== "") changed.add(index + 1);
  }
  return changed;
}
