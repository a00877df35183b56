import { cleanNoteLine } from "@/lib/domain/registries/note-text";
import { quote } from "@/lib/domain/registries/yaml/quote";

/** What every reader of YAML takes as it is inside a literal block. */
const plain =
  /^[\n\x20-\x7e\u00a1-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff01-\ufffc]*$/;

/** A text as a literal block below a key at this depth, or null where a block could not hold it exactly. */
export function literalBlock(text: string, indent: string): string | null {
  if (!plain.test(text) || !/^[^\n ].*\n$/s.test(text) || text.endsWith("\n\n")) return null;
  const lines = text.slice(0, -1).split("\n");
  return `|\n${lines.map((line) => (line === "" ? "" : indent + line)).join("\n")}`;
}

/** A text as a literal block, or as one quoted line. */
export const blockOrQuoted = (text: string, indent: string): string =>
  literalBlock(text, indent) ?? quote(text);

/** YAML 1.1 ends a line here too, and PyYAML, which Ansible and cloud-init read with, does so. */
const breaks = /[\n\r\u0085\u2028\u2029]/g;

/** Lines of a comment. A name may hold a break of YAML 1.1; what follows one must not become a key. */
export const commentLines = (lines: readonly string[]): string =>
  lines
    .map((line) => cleanNoteLine(line.replace(breaks, " ")))
    .map((line) => (line === "" ? "#\n" : `# ${line}\n`))
    .join("");
