import { type Placed, wordOf } from "./blocks";

/** A table head or a key of the TOML that a template would write, with its full name. */
export type Entry = {
  kind: "table" | "key";
  path: string[];
  /** As it is written; actions in it stand as `{{source}}`. */
  value: string;
  offset: number;
  within: readonly string[];
};

/** Actions that write nothing by themselves. */
const silent = new Set([
  "if",
  "else",
  "end",
  "range",
  "with",
  "define",
  "block",
  "template",
  "break",
  "continue",
]);

const writes = ({ kind, source }: Placed) =>
  kind === "action" && !silent.has(wordOf(source)) && !/^\$\w*\s*(?:,\s*\$\w+\s*)?:?=/.test(source);

type Line = { text: string; offset: number; within: readonly string[] };

/** The lines a template would write if every condition held once. What an action writes is kept as the action. */
function toLines(pieces: readonly Placed[]): Line[] {
  const lines: Line[] = [];
  let open = false;
  const add = (text: string, offset: number, within: readonly string[]) => {
    const line = open ? lines.at(-1) : undefined;
    open = true;
    if (line === undefined) lines.push({ text, offset, within });
    // A line stands where its first visible character does.
    else if (line.text.trim() === "") Object.assign(line, { text: line.text + text, offset, within });
    else line.text += text;
  };
  for (const piece of pieces) {
    if (writes(piece)) add(`{{${piece.source.replace(/\n/g, " ")}}}`, piece.offset, piece.within);
    if (piece.kind !== "text") continue;
    let { offset } = piece;
    piece.source.split("\n").forEach((text, index) => {
      if (index > 0) open = false;
      add(text, offset, piece.within);
      offset += text.length + 1;
    });
  }
  return lines;
}

const part = /"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[\w-]|\{\{[^}]{0,200}\}\})+)/g;

const partsOf = (name: string): string[] =>
  [...name.matchAll(part)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");

const head = /^\s*\[{1,2}([^[\]]+(?:\[[^[\]]*\][^[\]]*)*)\]{1,2}\s*(?:#.*)?$/;
const assignment = /^((?:[^="']|"(?:[^"\\]|\\.)*"|'[^']*')*)=(.*)$/;

/** Texts over several lines hold no keys, whatever stands in them. */
const withoutBlocks = (lines: Line[]): Line[] => {
  let close = "";
  return lines.filter(({ text }) => {
    const inside = close !== "";
    const marks = text.match(/"""|'''/g) ?? [];
    for (const mark of marks) close = close === "" ? mark : close === mark ? "" : close;
    return !inside;
  });
};

/** Tables and keys in their order. A line that is neither says nothing. */
export function readEntries(pieces: readonly Placed[]): Entry[] {
  let table: string[] = [];
  return withoutBlocks(toLines(pieces)).flatMap(({ text, offset, within }): Entry[] => {
    if (/^\s*#/.test(text) || text.length > 4096) return [];
    const named = head.exec(text)?.[1];
    if (named !== undefined) {
      table = partsOf(named);
      return [{ kind: "table", path: table, value: "", offset, within }];
    }
    const [, key, value] = assignment.exec(text) ?? [];
    if (key === undefined || value === undefined) return [];
    return [{ kind: "key", path: [...table, ...partsOf(key)], value: value.trim(), offset, within }];
  });
}
