import { matchRows } from "./match-rows";
import { isEntry, isSame } from "./share";

/**
 * Brings what changed from `before` to `after` into `current`, and leaves all else of it as it is. A text says less
 * than the form it was written from (which certificate a path stands for, a login begun and not typed yet), so what
 * was read of an edited text must not simply take the form's place.
 */
export function rebase<Form>(current: Form, before: Form, after: Form): Form {
  const next = rebaseValue(current, before, after) as Form;
  // Entries of one name are one to whoever reads the text, so bringing them together shows only there.
  return isSame(current, next) ? after : next;
}

function rebaseValue(current: unknown, before: unknown, after: unknown): unknown {
  if (isSame(before, after)) return current;
  if (Array.isArray(current) && Array.isArray(before) && Array.isArray(after)) {
    return rebaseList(current, before, after);
  }
  if (isEntry(current) && isEntry(before) && isEntry(after)) {
    return Object.fromEntries(
      Object.entries(after).map(([key, value]) => [key, rebaseValue(current[key], before[key], value)]),
    );
  }
  return after;
}

function rebaseList(current: readonly unknown[], before: readonly unknown[], after: readonly unknown[]) {
  const own = matchRows(before, current);
  const places = new Map(own.map((from, at) => [from, at]));
  const rows = matchRows(before, after).map((from, to) => {
    const at = from === -1 ? undefined : places.get(from);
    return at === undefined ? after[to] : rebaseValue(current[at], before[from], after[to]);
  });
  const unread = current.filter((_row, at) => own[at] === -1);
  return [...rows, ...unread];
}
