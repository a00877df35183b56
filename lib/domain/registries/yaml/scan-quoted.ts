import { code, isBlankOrEnd, isBreak, isHex } from "./characters";
import { type Mark, scannerFailure } from "./failure";
import { Gap } from "./gap";
import type { Input } from "./input";
import type { Scanner } from "./scanner";
import type { Token } from "./token";

const backslash = code("\\");

/** Escapes of double-quoted scalars. `\/` is not among them: JSON's escaped slash is an error (yaml.v2 v2.4.0). */
const escapes: ReadonlyMap<number, string> = new Map(
  Object.entries({
    "0": "\u0000",
    a: "\u0007",
    b: "\b",
    t: "\t",
    "\t": "\t",
    n: "\n",
    v: "\v",
    f: "\f",
    r: "\r",
    e: "\u001b",
    " ": " ",
    '"': '"',
    "'": "'",
    "\\": "\\",
    N: "\u0085",
    _: "\u00a0",
    L: "\u2028",
    P: "\u2029",
  }).map(([character, text]) => [code(character), text]),
);

const numericEscapes: ReadonlyMap<number, number> = new Map([
  [code("x"), 2],
  [code("u"), 4],
  [code("U"), 8],
]);

function takeNumericEscape(scanner: Scanner, start: Mark, length: number): string {
  const { input } = scanner;
  input.ensure(length);
  let value = 0;
  for (let i = 0; i < length; i++) {
    const digit = input.at(i);
    if (!isHex(digit)) throw scannerFailure("did not find expected hexdecimal number", input.mark(), start);
    value = value * 16 + Number.parseInt(String.fromCharCode(digit), 16);
  }
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) {
    throw scannerFailure("found invalid Unicode character escape code", input.mark(), start);
  }
  input.advance(length);
  return String.fromCodePoint(value);
}

function takeEscape(scanner: Scanner, start: Mark): string {
  const { input } = scanner;
  const letter = input.at(1);
  const text = escapes.get(letter);
  const length = numericEscapes.get(letter);
  if (text === undefined && length === undefined) {
    throw scannerFailure("found unknown escape character", input.mark(), start);
  }
  input.advance(2);
  return length === undefined ? (text ?? "") : takeNumericEscape(scanner, start, length);
}

function checkContent(scanner: Scanner, start: Mark): void {
  const { input } = scanner;
  input.ensure(4);
  if (scanner.isAtDocumentIndicator()) {
    throw scannerFailure("found unexpected document indicator", input.mark(), start);
  }
  if (input.at() === 0) throw scannerFailure("found unexpected end of stream", input.mark(), start);
}

/** A scalar in quotes (yaml.v2 v2.4.0, scannerc.go, yaml_parser_scan_flow_scalar). */
export function scanQuoted(scanner: Scanner, style: "single" | "double"): Token {
  const { input } = scanner;
  const start = input.mark();
  const quote = input.at();
  input.advance();
  let value = "";
  for (;;) {
    checkContent(scanner, start);
    const gap = new Gap();
    value += takeWord(scanner, start, gap);
    input.ensure(1);
    if (input.at() === quote) break;
    gap.pass(input);
    value += gap.flush();
  }
  input.advance();
  return { type: "scalar", start, end: input.mark(), value, suffix: "", style };
}

/** The text up to the next blank, break or closing quote. */
function takeWord(scanner: Scanner, start: Mark, gap: Gap): string {
  const { input } = scanner;
  const quote = input.codes[start.index] ?? 0;
  const takePart = quote === code('"') ? takeDoublePart : takeSinglePart;
  let word = "";
  while (!gap.broken) {
    const from = input.index;
    passPlain(input, quote);
    word += input.since(from);
    if (isBlankOrEnd(input.at())) break;
    const part = takePart(scanner, start, gap);
    if (part === null) break;
    word += part;
    input.ensure(2);
  }
  return word;
}

/** Passes characters that mean themselves. */
function passPlain(input: Input, quote: number): void {
  for (let next = input.at(); !isBlankOrEnd(next); next = input.at()) {
    if (next === quote || next === backslash) return;
    input.advance();
    input.ensure(2);
  }
}

function takeSinglePart({ input }: Scanner): string | null {
  if (input.at() !== code("'")) return input.take();
  if (input.at(1) !== code("'")) return null;
  input.advance(2);
  return "'";
}

function takeDoublePart(scanner: Scanner, start: Mark, gap: Gap): string | null {
  const { input } = scanner;
  if (input.at() === code('"')) return null;
  if (!isBreak(input.at(1))) return takeEscape(scanner, start);
  // An escaped line break joins the lines without a space.
  input.ensure(3);
  input.advance();
  input.takeBreak();
  gap.broken = true;
  return "";
}
