// Character classes of libyaml's YAML 1.1 scanner, on code points (yaml.v2 v2.4.0, yamlprivateh.go). 0 is the end of the text.

const nel = 0x85;
const lineSeparator = 0x2028;
const paragraphSeparator = 0x2029;

const isBetween = (code: number, first: string, last: string) =>
  code >= first.charCodeAt(0) && code <= last.charCodeAt(0);

export const isDigit = (code: number) => isBetween(code, "0", "9");

export const isHex = (code: number) =>
  isDigit(code) || isBetween(code, "a", "f") || isBetween(code, "A", "F");

/** Letters, digits, `_` and `-`: what anchors, tag handles and directive names are made of. */
export const isWord = (code: number) =>
  isDigit(code) || isBetween(code, "a", "z") || isBetween(code, "A", "Z") || code === 0x5f || code === 0x2d;

export const isBlank = (code: number) => code === 0x20 || code === 0x09;

export const isBreak = (code: number) =>
  code === 0x0a || code === 0x0d || code === nel || code === lineSeparator || code === paragraphSeparator;

export const isBreakOrEnd = (code: number) => code === 0 || isBreak(code);

export const isBlankOrBreak = (code: number) => isBlank(code) || isBreak(code);

/** Asked of nearly every character, so most get their answer from one comparison. */
export const isBlankOrEnd = (code: number) =>
  (code <= 0x20 || code >= nel) && (isBlank(code) || isBreakOrEnd(code));

/** What may stand unescaped in a file; anything else makes the reader fail (yaml.v2 v2.4.0, readerc.go). */
export const isAllowed = (code: number) =>
  (code >= 0x20 && code <= 0x7e) ||
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  code === nel ||
  (code >= 0xa0 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

/** The line break as it enters a value: all but the Unicode separators become a line feed. */
export const breakText = (code: number) =>
  code === lineSeparator || code === paragraphSeparator ? String.fromCodePoint(code) : "\n";

/** Whether a code point is one of these ASCII characters. */
export function isOneOf(characters: string): (code: number) => boolean {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return (code) => table[code] === 1;
}

/** The code of a one-character string, for comparisons that can be read. */
export const code = (character: string) => character.charCodeAt(0);
