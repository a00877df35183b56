import type { Slot } from "../cell";
import type { YamlNode } from "../yaml/node";
import { quote } from "../yaml/quote";
import type { LintContext } from "./context";

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let last = 0;
  for (const { start, end, text: put } of [...edits].sort((one, other) => one.start - other.start)) {
    parts.push(text.slice(last, start), put);
    last = end;
  }
  return parts.join("") + text.slice(last);
}

const isPlain = (value: string) =>
  /^[A-Za-z0-9][\w./:-]*$/.test(value) && !value.endsWith(":") && !/^(?:null|~)$/i.test(value);

/** A text as a scalar, in the style of the one it replaces where that style can hold it. */
export function scalarLike(value: string, like: YamlNode | null): string {
  const style = like?.kind === "scalar" ? like.style : "plain";
  if (style === "plain" && isPlain(value)) return value;
  if (style !== "double" && /^[ -~]*$/.test(value)) return `'${value.replace(/'/g, "''")}'`;
  return quote(value);
}

/** Puts a node's text in place of another; a block scalar also holds its line's end. */
export function nodeEdit({ source }: LintContext, node: YamlNode, text: string): Edit {
  const { start, end } = source.range(node.start, node.end);
  const isBlock = node.kind === "scalar" && (node.style === "literal" || node.style === "folded");
  const length = source.text.slice(start.offset, end.offset).trimEnd().length;
  return { start: start.offset, end: isBlock ? start.offset + length : end.offset, text };
}

export const replaceScalar = (context: LintContext, node: YamlNode, value: string): string =>
  applyEdits(context.text, [nodeEdit(context, node, scalarLike(value, node))]);

export function renameKey(context: LintContext, { key }: Slot, name: string): string | null {
  return key === null ? null : replaceScalar(context, key, name);
}

/** The part of the text that an entry takes up; `lines` when it fills whole lines. */
export interface Extent {
  readonly start: number;
  readonly end: number;
  readonly lines: boolean;
}

export function extentOf({ source }: LintContext, { key, node }: Slot): Extent {
  const { text } = source;
  const start = source.position(key?.start ?? node.entry).offset;
  const end = Math.max(source.position(node.end).offset, source.position((key ?? node).end).offset);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const rest = /^[ \t]*(?:#[^\n]*)?\r?(?:\n|$)/.exec(text.slice(end));
  const startsLine = text.slice(lineStart, start).trim() === "";
  if (startsLine && end > start && text[end - 1] === "\n") return { start: lineStart, end, lines: true };
  if (startsLine && rest !== null) return { start: lineStart, end: end + rest[0].length, lines: true };
  return { start, end, lines: false };
}

export function removeSlot(context: LintContext, slot: Slot): string {
  const { text } = context;
  const { start, end, lines } = extentOf(context, slot);
  if (lines) return text.slice(0, start) + text.slice(end);
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0] ?? "";
  const left = text.slice(0, start).trimEnd();
  const head = after === "" && left.endsWith(",") ? left.slice(0, -1) : text.slice(0, start);
  return head + text.slice(end + after.length);
}

/** A host with a port reads better in quotes. */
const keyLike = (name: string, like: YamlNode) => (name.includes(":") ? quote(name) : scalarLike(name, like));

/** The entry's lines once for each name, to stand in its place; null where it does not fill whole lines. */
export function copiesOf(context: LintContext, slot: Slot, names: readonly string[]): string | null {
  const extent = extentOf(context, slot);
  const { key } = slot;
  if (!extent.lines || key === null) return null;
  const { start, end } = context.keyRange(slot);
  const head = context.text.slice(extent.start, start.offset);
  const tail = context.text.slice(end.offset, extent.end);
  return names.map((name) => head + keyLike(name, key) + endLine(tail)).join("");
}

const endLine = (text: string) => (text.endsWith("\n") ? text : `${text}\n`);

/** Writes the entry again under each name, behind itself. */
export function copyEntry(context: LintContext, slot: Slot, names: readonly string[]): string | null {
  const copies = copiesOf(context, slot, names);
  const { start, end } = extentOf(context, slot);
  const own = endLine(context.text.slice(start, end));
  return copies === null ? null : context.text.slice(0, start) + own + copies + context.text.slice(end);
}

/** Writes the entry under these names in its own place. */
export function spreadEntry(context: LintContext, slot: Slot, names: readonly string[]): string | null {
  const copies = copiesOf(context, slot, names);
  const { start, end } = extentOf(context, slot);
  return copies === null ? null : context.text.slice(0, start) + copies + context.text.slice(end);
}
