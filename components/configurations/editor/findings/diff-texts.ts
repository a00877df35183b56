import { diffArrays } from "diff";
import { toDiffLines } from "@/lib/domain/diff/lines";
import { keepChanges } from "@/lib/domain/pushes/hunks";
import type { NodeDiff } from "@/lib/domain/pushes/views";

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
  const lines = toDiffLines(parts(toLines(before), toLines(after)));
  return { ...keepChanges(lines), files: [], unreadable: false };
}
