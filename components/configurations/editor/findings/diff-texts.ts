import { diffLines } from "@/lib/client/diff-lines";
import { keepChanges } from "@/lib/domain/pushes/hunks";
import type { NodeDiff } from "@/lib/domain/pushes/views";

/** What differs between two files, line by line, with a little of what is around it. */
export const diffTexts = (before: string, after: string): NodeDiff => ({
  ...keepChanges(diffLines(before, after)),
  files: [],
  unreadable: false,
});
