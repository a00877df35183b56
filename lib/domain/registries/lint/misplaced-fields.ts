import type { Slot } from "../cell";
import { authFields, tlsFiles } from "../fields";
import type { LintContext } from "./context";
import { applyEdits, extentOf } from "./edit";
import type { Fix } from "./rule";

const blocks: Readonly<Record<string, readonly string[]>> = {
  auth: authFields,
  tls: [...tlsFiles, "insecure_skip_verify"],
};

const isHost = (slot: Slot | null) => slot?.parent?.name === "configs" && slot.parent.parent === null;

const blockOf = ({ name }: Slot) => Object.keys(blocks).find((block) => blocks[block]?.includes(name));

/** The block of that name that the host has already, if nothing stands in it. */
function emptyBlock(host: Slot, block: string): Slot | null | undefined {
  const struct = host.cell?.kind === "pointer" ? host.cell.to : host.cell;
  const known = struct?.kind === "struct" ? struct.places.get(block) : undefined;
  if (known === undefined) return null;
  const isEmpty = known.node.kind === "scalar" && known.node.value === "" && known.node.style === "plain";
  return isEmpty ? known : undefined;
}

/** Indents the lines of these fields below the name of their block; null where other lines stand among them. */
function moveUnder(context: LintContext, slot: Slot, block: string): string | null {
  const { text, binding } = context;
  const fields = binding.slots.filter(
    (each) => each.parent === slot.parent && each.cell === null && blockOf(each) === block,
  );
  const extents = fields.map((field) => extentOf(context, field));
  const [start, end] = [
    Math.min(...extents.map((each) => each.start)),
    Math.max(...extents.map((each) => each.end)),
  ];
  const length = extents.reduce((sum, each) => sum + each.end - each.start, 0);
  const known = slot.parent === null ? undefined : emptyBlock(slot.parent, block);
  if (known === undefined || length !== end - start || extents.some(({ lines }) => !lines)) return null;
  if (known !== null && extentOf(context, known).end !== start) return null;
  const indent = " ".repeat(context.keyRange(slot).start.column - 1);
  const head = known === null ? `${indent}${block}:\n` : "";
  return applyEdits(text, [
    { start, end, text: head + text.slice(start, end).replace(/^(?=[^\r\n])/gm, "  ") },
  ]);
}

/** Fields of `auth` and `tls` that stand one level too high. */
export function moveFixes(context: LintContext, slot: Slot): Fix[] {
  const block = isHost(slot.parent) ? blockOf(slot) : undefined;
  if (block === undefined) return [];
  const apply = () => moveUnder(context, slot, block);
  return [{ id: "move-under", params: { block }, safe: false, apply }];
}
