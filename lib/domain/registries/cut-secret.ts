import { quote } from "./yaml/quote";
import type { Range } from "./yaml/source";

/** A value alone on its line, and what YAML took for a comment behind it. */
const cut = /^(\s*[^\s#:{}[\],"']+:[ \t]+)([^\s"'].*?)([ \t]+#.*?)([ \t]*)$/;

/** The line of a secret that ends where ` #` begins, in parts; null where it is written otherwise. */
function readCut(text: string, { start, end }: Range) {
  const from = text.lastIndexOf("\n", start.offset - 1) + 1;
  const next = text.slice(from).search(/\r?\n|\r|$/);
  const [, key = "", value = "", comment = ""] = cut.exec(text.slice(from, from + next)) ?? [];
  const isWhole =
    key !== "" && from + key.length === start.offset && value.length === end.offset - start.offset;
  return isWhole ? { start: start.offset, end: end.offset, value, comment, to: from + next } : null;
}

export type CutRemedy = "join" | "drop";

/** Whether the rest of a secret can be put back or taken away by an edit of its own line. */
export const canMendCut = (text: string, range: Range): boolean => readCut(text, range) !== null;

/** The file with the rest of the secret joined to it, or without that rest. */
export function mendCut(text: string, range: Range, remedy: CutRemedy): string {
  const found = readCut(text, range);
  if (found === null) return text;
  const { start, end, value, comment, to } = found;
  return remedy === "join"
    ? text.slice(0, start) + quote(value + comment) + text.slice(to)
    : text.slice(0, end) + text.slice(to);
}
