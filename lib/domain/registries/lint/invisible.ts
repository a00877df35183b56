import type { YamlNode } from "../yaml/node";
import type { LintContext } from "./context";
import { applyEdits, nodeEdit } from "./edit";
import type { Place, Rule } from "./rule";
import { sources } from "./sources";
import { slotPath } from "./view";

/** Blanks that YAML takes for letters, and characters without width. */
const wide = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
const none = "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\ufeff";
const invisible = new RegExp(`[${wide}${none}]`);
const indentation = new RegExp(`^[ \\t${wide}${none}]+`, "gm");

export const hasInvisible = (text: string) => invisible.test(text);

/** The same text with plain blanks for the odd ones, and nothing for those without width. */
export const toVisible = (text: string) =>
  text.replace(new RegExp(`[${wide}]`, "g"), " ").replace(new RegExp(`[${none}]`, "g"), "");

/** Mends the indentation of all lines; a byte order mark at the very start is right. */
export function mendIndentation(text: string): string {
  const mark = text.startsWith("\ufeff") ? "\ufeff" : "";
  return mark + text.slice(mark.length).replace(indentation, toVisible);
}

/** The first odd blanks of a text. */
export function blanksAt(text: string): { start: number; end: number } | null {
  const from = text.startsWith("\ufeff") ? 1 : 0;
  const found = new RegExp(`[${wide}${none}]+`).exec(text.slice(from));
  return found === null ? null : { start: from + found.index, end: from + found.index + found[0].length };
}

/** Inside of a value an odd blank may be meant, at its edges never. */
const edgesOf = (text: string) => text.slice(0, 1) + text.slice(-1);

/** Where a plain word holds something invisible: K3s takes it for a part of the name, and the entry is lost. */
function findInvisible(context: LintContext): Place[] {
  const { source, binding } = context;
  const isOdd = (node: YamlNode | null, read: (text: string) => string) =>
    node?.kind === "scalar" &&
    node.style === "plain" &&
    hasInvisible(read(source.slice(node.start, node.end)));
  const plain = binding.slots.flatMap((slot) => [
    ...(slot.key !== null && isOdd(slot.key, (text) => text) ? [{ slot, node: slot.key }] : []),
    ...(isOdd(slot.node, edgesOf) ? [{ slot, node: slot.node }] : []),
  ]);
  const edits = plain.map(({ node }) =>
    nodeEdit(context, node, toVisible(source.slice(node.start, node.end))),
  );
  const apply = () => mendIndentation(applyEdits(context.text, edits));
  return plain.map(({ slot, node }) => ({
    path: slotPath(slot),
    range: context.range(node),
    fixes: [{ id: "normalize-blanks", safe: true, apply }],
  }));
}

export const invisibleRules: readonly Rule[] = [
  { code: "yaml-nbsp", severity: "error", source: sources.yaml, find: findInvisible },
];
