import type { KeyPath } from "../findings/field-of-path";

/** Some lines of a file, numbered from 1. */
export type Lines = { count: number; at: (number: number) => string };

type Line = { indent: number; isItem: boolean; key: string | null };

const blank = /^\s*(?:#|$)/;
const shape = /^(\s*)((?:- +|-$)*)(?:("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'][^:]*)\s*:(?=\s|$))?/su;

function readLine(text: string): Line {
  const [, space = "", dashes = "", key] = shape.exec(text) ?? [];
  return { indent: space.length, isItem: dashes !== "", key: key === undefined ? null : unquote(key) };
}

function unquote(key: string): string {
  if (key.startsWith("'")) return key.slice(1, -1).replaceAll("''", "'");
  try {
    return key.startsWith('"') ? String(JSON.parse(key)) : key.trim();
  } catch {
    return key;
  }
}

/** What a comment is about stands below it. */
function contentFrom(lines: Lines, number: number): number | null {
  for (let at = number; at <= lines.count; at++) if (!blank.test(lines.at(at))) return at;
  return null;
}

/** The nearest line above with a key that stands farther left than this; what is between belongs to the same parent. */
function parentOf(lines: Lines, from: number, indent: number): number | null {
  for (let at = from - 1; at >= 1; at--) {
    const text = lines.at(at);
    // Most lines of a long file stand farther right, and need no closer look.
    if (text.length - text.trimStart().length >= indent) continue;
    const { isItem, key } = readLine(text);
    if (!blank.test(text) && !isItem && key !== null) return at;
  }
  return null;
}

/** How many items of the same list stand between its key and this one. */
function itemsBetween(lines: Lines, key: number, item: number): number {
  const { indent } = readLine(lines.at(item));
  let count = 0;
  for (let at = key + 1; at < item; at++) {
    const line = readLine(lines.at(at));
    if (line.isItem && line.indent === indent) count += 1;
  }
  return count;
}

/**
 * The keys a line stands under, told by its indent alone: so it is known of a text in the middle of a change too, which
 * no reader could read.
 */
export function pathOfLine(lines: Lines, number: number): KeyPath {
  const start = contentFrom(lines, number);
  if (start === null) return [];
  const own = readLine(lines.at(start));
  // An item may stand as far left as the key it belongs to.
  let parent = parentOf(lines, start, own.isItem ? own.indent + 1 : own.indent);
  const path: (string | number)[] = [];
  if (own.isItem) path.push(itemsBetween(lines, parent ?? 0, start));
  else if (own.key !== null) path.push(own.key);
  while (parent !== null) {
    const { key, indent } = readLine(lines.at(parent));
    if (key !== null) path.unshift(key);
    parent = parentOf(lines, parent, indent);
  }
  return path;
}
