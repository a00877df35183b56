/** Beyond this nobody reads them, and the number grows with the product of all choices. */
const maxLists = 64;
const maxAttempts = 4000;

/** How many lists are told of, by the attempts of one; no choice among more options than that can matter. */
export const mostLists = (attempts: number): number =>
  Math.max(1, Math.min(maxLists, Math.floor(maxAttempts / Math.max(attempts, 1))));

/**
 * Every whole list that independent choices can give, the first choices first. containerd picks anew for each host and
 * each request, so all combinations occur.
 */
export function combine<Item>(choices: readonly (readonly Item[][])[]): Item[][] {
  const first = choices.map((options) => options[0] ?? []);
  const limit = mostLists(first.flat().length);
  let lists: (readonly Item[])[][] = [first];
  for (const [index, options] of choices.entries()) {
    if (lists.length >= limit) break;
    const others = options.slice(1, limit);
    lists = lists
      .flatMap((list) => [list, ...others.map((option) => list.with(index, option))])
      .slice(0, limit);
  }
  return lists.map((list) => list.flat());
}
