// Options of the program on nodes are lines of at most 256 KiB together, so 64 paths have to share them.
const longestPath = 2_000;

/** What is sent to a node as an option is one line without blanks around it; another path cannot be asked for. */
export const canBeAsked = (path: string): boolean =>
  path.startsWith("/") && path === path.trim() && !/\p{Cc}/u.test(path);

/** A path whose file may be read: the same, and short enough for many to be asked for at once. */
export const canBeRead = (path: string): boolean => canBeAsked(path) && path.length <= longestPath;
