import type { LeftCode } from "./inventory";

type Range = { before: string; after: string; count: number; at: (index: number) => string };

const rangePattern = /\[([^[\]:]*):([^[\]:]+)(?::([^[\]:]+))?\]/;

/** `[01:20]`, `[a:f]`, `[0:10:2]`: both ends belong to it, and a leading zero keeps the width. */
function readRange(text: string): Range | null {
  const match = rangePattern.exec(text);
  if (!match) return null;
  const [whole, from = "", to = "", by = "1"] = match;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + whole.length);
  const start = from === "" ? "0" : from;
  const step = /^\d{1,9}$/.test(by) ? Number(by) : 0;
  const none = { before, after, count: 0, at: () => "" };
  if (step === 0) return none;
  if (/^\d{1,9}$/.test(start) && /^\d{1,9}$/.test(to)) {
    const width = start.startsWith("0") ? start.length : 0;
    const count = Math.floor((Number(to) - Number(start)) / step) + 1;
    return { before, after, count, at: (index) => String(Number(start) + index * step).padStart(width, "0") };
  }
  if (!/^[A-Za-z]$/.test(start) || !/^[A-Za-z]$/.test(to)) return none;
  const first = start.charCodeAt(0);
  const count = Math.floor((to.charCodeAt(0) - first) / step) + 1;
  return { before, after, count, at: (index) => String.fromCharCode(first + index * step) };
}

/** How many hosts a pattern stands for, told before any is written out. */
function countHosts(text: string): number {
  let count = 1;
  let rest = text;
  for (let range = readRange(rest); range; range = readRange(rest)) {
    count *= range.count;
    if (range.count <= 0 || count > Number.MAX_SAFE_INTEGER) return range.count <= 0 ? 0 : count;
    rest = range.after;
  }
  return count;
}

function expand(text: string): string[] {
  const range = readRange(text);
  if (!range) return [text];
  const ends = expand(range.after);
  const heads = Array.from({ length: range.count }, (_, index) => range.before + range.at(index));
  return heads.flatMap((head) => ends.map((end) => head + end));
}

/** The hosts an Ansible pattern stands for, or why it is left out; nothing is written out beyond `room`. */
export function expandHosts(text: string, room: number): { hosts: string[] } | { code: LeftCode } {
  if (text.length > 1000) return { code: "host" };
  const count = countHosts(text);
  if (count <= 0) return { code: "range" };
  return count > room ? { code: "range-too-large" } : { hosts: expand(text) };
}
