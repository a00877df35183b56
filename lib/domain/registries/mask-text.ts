import type { Slot } from "./cell";
import { secretFields } from "./fields";
import { hidden, maskUrl } from "./mask";
import { mayHoldSecret } from "./mask-notes";
import { type Readable, readText } from "./reading";
import type { YamlNode } from "./yaml/node";
import { quote } from "./yaml/quote";

const reference = /^\{\{secret:[a-z0-9-]+\.[^}]+\}\}$/;

type Edit = { from: number; to: number; text: string };

/** The line as it may be shown: without what stands after its key, or at all, where it looks like a secret. */
function maskLine(line: string): string {
  if (!mayHoldSecret(line)) return line;
  const [, start = ""] = /^(\s*(?:#|(?:- +)?[^\s#:{["']+:(?= )|))/u.exec(line) ?? [];
  return start === line ? line : `${start}${start === "" ? "" : " "}${hidden}`;
}

const maskLines = (text: string): string => text.split("\n").map(maskLine).join("\n");

/** What is put in the place of a value; null for what may be shown. */
function shownInstead({ name, cell }: Slot, node: YamlNode, written: string): string | null {
  if (cell === null) return written === "" ? null : hidden;
  if (cell.kind !== "string" || node.kind !== "scalar" || node.value === "") return null;
  if (secretFields.some((field) => field === name)) return reference.test(node.value) ? null : hidden;
  const shown = maskUrl(node.value, () => hidden);
  return shown === node.value ? null : quote(shown);
}

function editsOf({ document, binding }: Readable): Edit[] {
  const { source, comments } = document;
  const edit = (node: YamlNode, decide: (written: string) => string | null): Edit[] => {
    const { start, end } = source.range(node.start, node.end);
    const written = source.slice(node.start, node.end);
    const text = decide(written);
    // Every line keeps its number.
    const breaks = written.match(/\r\n|\r|\n/g)?.join("") ?? "";
    return text === null ? [] : [{ from: start.offset, to: end.offset, text: text + breaks }];
  };
  const values = binding.slots.flatMap((slot) => {
    const { node } = slot;
    const target = node.kind === "alias" ? node.target : node;
    return edit(target, (written) => shownInstead(slot, target, written));
  });
  const keys = binding.slots.flatMap(({ key }) => {
    if (key?.kind !== "scalar") return [];
    const shown = maskUrl(key.value, () => hidden);
    return edit(key, () => (shown === key.value ? null : quote(shown)));
  });
  const notes = comments.flatMap(({ start, text }): Edit[] => {
    const { offset } = source.position(start);
    const end = source.text.slice(offset).search(/[\r\n]|$/);
    return mayHoldSecret(text) ? [{ from: offset, to: offset + end, text: `# ${hidden}` }] : [];
  });
  return [...values, ...keys, ...notes];
}

/**
 * A file of anybody's hand as its lines may be shown: logins, what K3s does not read, and comments that look like a
 * login are hidden, and every line keeps its number. References to stored secrets stay.
 */
export function maskText(text: string): string {
  const reading = readText(text);
  if (!reading.ok) return maskLines(text);
  const { source, rest } = reading.document;
  const all = source.text;
  const end = rest === null ? all.length : source.position(rest).offset;
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, text: shown } of editsOf(reading).sort((one, other) => one.from - other.from)) {
    // One value can be met twice, by an alias, and a comment can stand inside of one that is hidden as a whole.
    if (from < at) continue;
    parts.push(all.slice(at, from), shown);
    at = to;
  }
  return parts.join("") + all.slice(at, end) + maskLines(all.slice(Math.max(at, end)));
}
