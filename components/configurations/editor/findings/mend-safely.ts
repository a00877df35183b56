import type { Finding } from "@/lib/domain/registries/lint/lint";

type Edit = { start: number; end: number; put: string };

/** The one place where two texts differ. */
function editBetween(before: string, after: string): Edit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let [end, last] = [before.length, after.length];
  while (end > start && last > start && before[end - 1] === after[last - 1]) {
    end -= 1;
    last -= 1;
  }
  return { start, end, put: after.slice(start, last) };
}

/** Edits that touch none of those before them. */
function apart(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  let free = 0;
  for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    if (edit.start < free) continue;
    kept.push(edit);
    free = Math.max(edit.end, edit.start + 1);
  }
  return kept;
}

function applyAll(text: string, edits: readonly Edit[]): string {
  let mended = text;
  for (const { start, end, put } of edits.toReversed()) {
    mended = mended.slice(0, start) + put + mended.slice(end);
  }
  return mended;
}

/** What can be mended without a question: the first safe fix of each finding that has one. */
export const safeFixes = (findings: readonly Finding[]) =>
  findings.flatMap(({ fixes }) => fixes.find(({ safe }) => safe) ?? []);

/** Each round may only become possible through the one before, and a long text gets few fixes in each. */
const mostRounds = 20;

/** The text after all its safe fixes. Those of one round are made together wherever they do not touch. */
export function mendSafely(text: string, lint: (text: string) => readonly Finding[]): string {
  let mended = text;
  const seen = new Set<string>();
  for (let round = 0; round < mostRounds && !seen.has(mended); round += 1) {
    seen.add(mended);
    const before = mended;
    mended = applyAll(before, apart(safeFixes(lint(before)).map((fix) => editBetween(before, fix.text))));
  }
  return mended;
}
