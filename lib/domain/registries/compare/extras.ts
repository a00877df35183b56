import type { Extra } from "../schema";
import { type Detail, type ExtraPlace, noteChange } from "./change";
import { matchByKey, movedOf } from "./lists";
import { isSame } from "./same";

const keys = (extras: readonly Extra[]) => extras.map(({ key }) => key);

/** Keys that K3s does not read, by name only: a value may be a password under a misspelt key. */
export function compareExtras(
  before: readonly Extra[],
  after: readonly Extra[],
  place: ExtraPlace,
): Detail[] {
  const { kept, added, removed } = matchByKey(keys(before), keys(after));
  const details: Detail[] = [];
  for (const at of added) details.push({ code: "extra-added", params: { place, key: after[at]?.key ?? "" } });
  for (const at of removed)
    details.push({ code: "extra-removed", params: { place, key: before[at]?.key ?? "" } });
  for (const [from, to] of kept) details.push(...compareExtra(before[from], after[to], place));
  if (movedOf(kept).length > 0) details.push({ code: "extras-moved", params: { place } });
  return details;
}

function compareExtra(before: Extra | undefined, after: Extra | undefined, place: ExtraPlace): Detail[] {
  if (!before || !after) return [];
  const { key } = after;
  const note = noteChange(before.note, after.note);
  return [
    ...(isSame(before.value, after.value)
      ? []
      : [{ code: "extra-changed", params: { place, key } } as const]),
    ...(note ? [{ code: "extra-note", params: { key, ...note } } as const] : []),
  ];
}
