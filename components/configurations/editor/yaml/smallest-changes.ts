export type TextChange = { from: number; to: number; insert: string };

function between(before: string, after: string, offset = 0): TextChange[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return [
    {
      from: offset + start,
      to: offset + before.length - end,
      insert: after.slice(start, after.length - end),
    },
  ];
}

/**
 * What to change in a text so that it becomes another. Where only lines differ and none came or went, each is changed
 * for itself: a caret or a selection elsewhere stays where it is.
 */
export function smallestChanges(before: string, after: string): TextChange[] {
  if (before === after) return [];
  const [old, now] = [before.split("\n"), after.split("\n")];
  if (old.length !== now.length) return between(before, after);
  let offset = 0;
  return old.flatMap((line, at) => {
    const changes = between(line, now[at] ?? "", offset);
    offset += line.length + 1;
    return changes;
  });
}
