import "server-only";
import { diffArrays } from "diff";
import { type DiffLine, toDiffLines } from "@/lib/domain/diff/lines";

/**
 * Lines that may differ before no shortest difference is looked for any more: its cost grows with their square, 10 s
 * for 16,000 of them, and everything else would wait.
 */
const longestSearch = 1_000;

const changes = (before: string[], after: string[]) =>
  diffArrays(before, after, { maxEditLength: longestSearch }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];

/** Every line of both texts, and which of them went or came. */
export const diffLines = (before: string[], after: string[]): DiffLine[] =>
  toDiffLines(changes(before, after));
