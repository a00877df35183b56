import type { Slot } from "../cell";
import type { LintContext } from "./context";
import { extentOf } from "./edit";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";

const isSection = (slot: Slot | null, name: string) => slot?.parent === null && slot.name === name;

/** `configs` one or two levels too deep: K3s takes it for a registry of that name, or for nothing. */
export function isMisplaced(slot: Slot): boolean {
  if (slot.name !== "configs" || slot.replacedBy !== null) return false;
  return (
    isSection(slot.parent, "mirrors") ||
    (slot.cell === null && isSection(slot.parent?.parent ?? null, "mirrors"))
  );
}

/** Moves the lines of an entry to the end of the file and to its left edge. */
function moveToTop(context: LintContext, slot: Slot): string | null {
  const { text, binding } = context;
  const extent = extentOf(context, slot);
  if (!extent.lines || binding.cell.places.has(slot.name)) return null;
  const column = context.keyRange(slot).start.column - 1;
  const moved = text
    .slice(extent.start, extent.end)
    .replace(new RegExp(`^ {1,${Math.max(column, 1)}}`, "gm"), "");
  const rest = text.slice(0, extent.start) + text.slice(extent.end);
  return `${rest}${rest === "" || rest.endsWith("\n") ? "" : "\n"}${moved}`;
}

const findMisplaced = (context: LintContext): Place[] =>
  context.binding.slots.filter(isMisplaced).map((slot) => ({
    path: slot.cell === null ? ["mirrors", slot.parent?.name ?? "", slot.name] : ["mirrors", slot.name],
    range: context.keyRange(slot),
    fixes: [{ id: "move-to-top", safe: false, apply: () => moveToTop(context, slot) }],
  }));

export const misplacedRules: readonly Rule[] = [
  { code: "configs-in-mirrors", severity: "error", source: sources.types, find: findMisplaced },
];
