import { diffArrays } from "diff";
import { keepChanges } from "@/lib/domain/pushes/hunks";
import type { DiffLine, NodeDiff } from "@/lib/domain/pushes/views";

const toLines = (text: string) => text.replace(/\n$/, "").split("\n");

/** The cost of the shortest difference grows with its square, and a fix that changes more than this is rare. */
const longestSearch = 1_000;

const parts = (before: string[], after: string[]) =>
  diffArrays(before, after, { maxEditLength: longestSearch }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];

/** What differs between two files, line by line, with a little of what is around it. */
export function diffTexts(before: string, after: string): NodeDiff {
  const lines: DiffLine[] = [];
  let [oldLine, newLine] = [0, 0];
  for (const { value, added, removed } of parts(toLines(before), toLines(after))) {
    for (const text of value) {
      if (added) lines.push({ kind: "added", oldLine: null, newLine: ++newLine, text });
      else if (removed) lines.push({ kind: "removed", oldLine: ++oldLine, newLine: null, text });
      else lines.push({ kind: "same", oldLine: ++oldLine, newLine: ++newLine, text });
    }
  }
  return { ...keepChanges(lines), files: [], unreadable: false };
}
