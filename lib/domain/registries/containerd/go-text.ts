import { bytesToText, textToBytes } from "../yaml/utf8";

const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text);

/** Go's strings are bytes: a text as one character for each byte of its UTF-8. */
export const toByteText = (text: string): string =>
  isAscii(text) ? text : Array.from(textToBytes(text), (byte) => String.fromCharCode(byte)).join("");

export const byteLength = (text: string): number => toByteText(text).length;

export const fromByteText = (bytes: string): string =>
  isAscii(bytes) ? bytes : bytesToText(Array.from(bytes, (character) => character.charCodeAt(0)));

/** A map in the order in which Go's templates walk it: by the bytes of its keys. */
export function sortedEntries<Value>(map: Readonly<Record<string, Value>> | null): [string, Value][] {
  const keyed = Object.entries(map ?? {}).map((entry) => ({ entry, bytes: toByteText(entry[0]) }));
  return keyed.sort((left, right) => (left.bytes < right.bytes ? -1 : 1)).map(({ entry }) => entry);
}

const named: Readonly<Record<string, string>> = {
  '"': '\\"',
  "\\": "\\\\",
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
};

const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, "0");

function quoteCharacter(character: string): string {
  const name = named[character];
  if (name !== undefined) return name;
  if (printable.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/** What `%q` prints (Go strconv.Quote). TOML reads it but for `\a`, `\v` and `\x..`, which it does not know. */
export const quote = (text: string): string => `"${Array.from(text, quoteCharacter).join("")}"`;

/** Whether Go's strings.TrimSpace leaves nothing: `\s` of JavaScript without the byte order mark, with U+0085. */
export const isBlank = (line: string): boolean => /^(?:(?!\ufeff)[\s\u0085])*$/.test(line);

/** Go's path.Join: parts that are not empty, joined and cleaned of `.`, `..` and doubled slashes. */
export function joinPath(...parts: string[]): string {
  const joined = parts.filter((part) => part !== "").join("/");
  const root = joined.startsWith("/") ? "/" : "";
  const kept: string[] = [];
  for (const segment of joined.split("/").filter((part) => part !== "" && part !== ".")) {
    const below = kept.length > 0 && kept.at(-1) !== "..";
    if (segment === ".." && below) kept.pop();
    else if (segment !== ".." || root === "") kept.push(segment);
  }
  return root + kept.join("/");
}
