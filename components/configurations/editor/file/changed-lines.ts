/** Numbers, from 1, of the lines that the text before did not have as often. Order alone makes no line new. */
export function changedLines(before: string, after: string): Set<number> {
  const left = new Map<string, number>();
  for (const line of before.split("\n")) left.set(line, (left.get(line) ?? 0) + 1);
  const changed = new Set<number>();
  for (const [index, line] of after.split("\n").entries()) {
    const count = left.get(line) ?? 0;
    if (count === 0 && line !== "") changed.add(index + 1);
    else left.set(line, count - 1);
  }
  return changed;
}
