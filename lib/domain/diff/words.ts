import type { DiffLine, DiffPart } from "./lines";

const tokens = (text: string) => text.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];
const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token);

/** Lines longer than this are marked as a whole. */
const longestLine = 2_000;

/** Marks what differs between each removed line and the line that took its place, where something of it was kept. */
export function markWords(lines: readonly DiffLine[]): DiffLine[] {
  const marked = [...lines];
  let at = 0;
  while (at < lines.length) {
    const removed = runLength(lines, at, "removed");
    const added = runLength(lines, at + removed, "added");
    for (let turn = 0; turn < Math.min(removed, added); turn += 1) {
      const [from, to] = [at + turn, at + removed + turn];
      const [old, now] = [lines[from], lines[to]];
      const parts = old && now ? compareWords(old.text, now.text) : null;
      if (!old || !now || !parts) continue;
      marked[from] = { ...old, parts: parts.before };
      marked[to] = { ...now, parts: parts.after };
    }
    at += Math.max(1, removed + added);
  }
  return marked;
}

function runLength(lines: readonly DiffLine[], start: number, kind: DiffLine["kind"]): number {
  let end = start;
  while (lines[end]?.kind === kind) end += 1;
  return end - start;
}

/** What two texts share at their start and end, and what stands between; null when they share no word. */
export function compareWords(
  before: string,
  after: string,
): { before: DiffPart[]; after: DiffPart[] } | null {
  if (Math.max(before.length, after.length) > longestLine) return null;
  const [old, now] = [tokens(before), tokens(after)];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const shared = [...old.slice(0, start), ...old.slice(old.length - end)];
  if (!shared.some(isWord)) return null;
  const cut = (each: readonly string[]) => toParts(each, start, each.length - end);
  return { before: cut(old), after: cut(now) };
}

function toParts(all: readonly string[], start: number, end: number): DiffPart[] {
  const part = (list: readonly string[], changed: boolean): DiffPart => ({ text: list.join(""), changed });
  const parts = [
    part(all.slice(0, start), false),
    part(all.slice(start, end), true),
    part(all.slice(end), false),
  ];
  return parts.filter(({ text }) => text !== "");
}
