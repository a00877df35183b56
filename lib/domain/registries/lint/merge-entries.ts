import type { Slot } from "../cell";
import type { YamlNode } from "../yaml/node";
import type { LintContext } from "./context";
import { applyEdits, type Extent, extentOf } from "./edit";

type Entries = ReadonlyMap<string, Slot>;

/** Entries of a block that fills whole lines, by name; null where it is written otherwise or has doubles itself. */
function entriesOf(context: LintContext, block: Slot): Entries | null {
  const { node, key } = block;
  if (node.kind !== "mapping" || key === null || node.start.line === key.start.line) return null;
  const entries = context.binding.slots.filter(({ parent }) => parent === block);
  const lines = entries.every((slot) => extentOf(context, slot).lines && slot.node.kind !== "alias");
  const names = new Map(entries.map((slot) => [slot.name, slot]));
  const isWhole = lines && names.size === node.children.length / 2;
  return isWhole ? names : null;
}

const isBlockList = ({ node, key }: Slot) =>
  node.kind === "sequence" && key !== null && node.start.line > key.start.line;

/** Lists of two entries are joined; of all else the later one stays, and of one list given twice. */
const canJoin = (first: Slot, again: Slot) =>
  isBlockList(first) && isBlockList(again) && first.cell !== again.cell;

const columnOf = (context: LintContext, node: YamlNode | null) =>
  node === null ? 0 : context.range(node).start.column - 1;

/** The lines of an extent, moved sideways. */
function shifted({ text }: LintContext, { start, end }: Extent, by: number): string {
  const lines = text.slice(start, end).replace(/\n?$/, "\n");
  return by < 0
    ? lines.replace(new RegExp(`^ {0,${-by}}`, "gm"), "")
    : lines.replace(/^(?=[^\r\n])/gm, " ".repeat(by));
}

/** The lines of a list without the line of its key. */
function itemsOf(context: LintContext, slot: Slot): Extent {
  const extent = extentOf(context, slot);
  return { ...extent, start: context.text.indexOf("\n", extent.start) + 1 };
}

const textOf = ({ text }: LintContext, { start, end }: Extent) => text.slice(start, end);

/** The lines of the first of two lists, and the items of the other behind them. */
function joined(context: LintContext, first: Slot, again: Slot): string {
  const drift = columnOf(context, first.node) - columnOf(context, again.node);
  const known = textOf(context, extentOf(context, first)).replace(/\n?$/, "\n");
  return known + shifted(context, itemsOf(context, again), drift);
}

/** Moves what the later block says into the earlier one; null where lines cannot simply be moved. */
export function mergeEntries(context: LintContext, first: Slot, again: Slot): string | null {
  const [known, more] = [entriesOf(context, first), entriesOf(context, again)];
  const [end, rest] = [extentOf(context, first), extentOf(context, again)];
  if (known === null || more === null || !end.lines || !rest.lines || rest.start < end.end) return null;
  const by = columnOf(context, first.node) - columnOf(context, again.node);
  const replaced = [...more].flatMap(([name, slot]) => {
    const old = known.get(name);
    if (old === undefined) return [];
    const extent = extentOf(context, old);
    return [
      {
        start: extent.start,
        end: extent.end,
        text: canJoin(old, slot) ? joined(context, old, slot) : shifted(context, extentOf(context, slot), by),
      },
    ];
  });
  const added = [...more.values()]
    .filter(({ name }) => !known.has(name))
    .map((slot) => shifted(context, extentOf(context, slot), by));
  const gap = textOf(context, end).endsWith("\n") || added.length === 0 ? "" : "\n";
  const appended = { start: end.end, end: end.end, text: gap + added.join("") };
  return applyEdits(context.text, [...replaced, appended, { start: rest.start, end: rest.end, text: "" }]);
}
