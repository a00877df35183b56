import type { Cell, Slot } from "../cell";
import { parse } from "../parse";
import { render } from "../render";
import type { LintContext } from "./context";
import { removeSlot } from "./edit";
import { mergeEntries } from "./merge-entries";
import type { Fix, Place, Rule } from "./rule";
import { sources } from "./sources";
import { slotPath } from "./view";

/** The file as K3s reads it, written anew: what stands twice is merged or gone, as it is for K3s. */
function writeAsRead(text: string): string | null {
  const parsed = parse(text);
  return parsed.ok ? render(parsed.definition) : null;
}

const holdsMore = ({ kind }: Cell) => kind === "map" || kind === "struct" || kind === "pointer";

/** Blocks of one cell are read one after the other, so that what stands later wins field by field. */
const isMerged = ({ cell, replacedBy }: Slot) =>
  cell !== null && cell === replacedBy?.cell && holdsMore(cell);

/** Fields of blocks that are told as doubled themselves need no finding of their own. */
function isInMerged(slot: Slot): boolean {
  for (let at = slot.parent; at !== null; at = at.parent) {
    if (at.replacedBy !== null && isMerged(at) && slot.replacedBy?.parent !== at) return true;
  }
  return false;
}

function findDuplicates(context: LintContext): Place[] {
  const { slots } = context.binding;
  const doubled = slots.filter((slot) => slot.replacedBy !== null && !isInMerged(slot));
  const written = new Set(doubled.length === 0 ? [] : slots);
  return doubled.flatMap((slot): Place[] => {
    const again = slot.replacedBy;
    if (again === null) return [];
    // What an alias brings has no place of its own here.
    const shown = written.has(again) ? again : slot;
    const line = context.keyRange(shown === again ? slot : again).start.line;
    const params = { key: slot.name, line, effect: isMerged(slot) ? "merged" : "replaced" };
    const fixes = written.has(again) ? fixesOf(context, slot, again) : [keepLast(context, slot)];
    return [{ path: slotPath(shown), range: context.keyRange(shown), params, fixes }];
  });
}

const keepLast = (context: LintContext, slot: Slot): Fix => ({
  id: "keep-last",
  safe: true,
  apply: () => removeSlot(context, slot),
});

function fixesOf(context: LintContext, slot: Slot, again: Slot): Fix[] {
  const merge = (other: () => string | null) => mergeEntries(context, slot, again) ?? other();
  if (isMerged(slot)) {
    return [{ id: "merge-entries", safe: true, apply: () => merge(() => writeAsRead(context.text)) }];
  }
  const keepFirst = { id: "keep-first", safe: false, apply: () => removeSlot(context, again) };
  const both = again.node.kind === "mapping" || again.node.kind === "sequence";
  return [
    keepLast(context, slot),
    keepFirst,
    ...(both ? [{ id: "merge-entries", safe: false, apply: () => merge(() => null) }] : []),
  ];
}

export const duplicateRules: readonly Rule[] = [
  { code: "duplicate-key", severity: "error", source: sources.yaml, find: findDuplicates },
];
