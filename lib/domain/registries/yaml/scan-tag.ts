import { code, isBlankOrEnd, isHex, isOneOf, isWord } from "./characters";
import { type Mark, scannerFailure } from "./failure";
import type { Scanner } from "./scanner";
import { type Token, token } from "./token";
import { bytesToText, textToBytes } from "./utf8";

const endsAnchor = isOneOf("?:,]}%@`");
const isInUri = isOneOf(";/?:@&=+$,.!~*'()[]%");

export function takeWord(scanner: Scanner): string {
  const { input } = scanner;
  const from = input.index;
  input.ensure(1);
  while (isWord(input.at())) {
    input.advance();
    input.ensure(1);
  }
  return input.since(from);
}

/** `&name` or `*name`. */
export function scanAnchor(scanner: Scanner, type: "anchor" | "alias"): Token {
  const { input } = scanner;
  const start = input.mark();
  input.advance();
  const value = takeWord(scanner);
  if (value === "" || !(isBlankOrEnd(input.at()) || endsAnchor(input.at()))) {
    throw scannerFailure("did not find expected alphabetic or numeric character", input.mark(), start);
  }
  return { ...token(type, start, input.mark()), value };
}

/** `!`, `!!` or `!name!`; in a tag (not a directive) also `!name`, which is then the start of its suffix. */
export function takeTagHandle(scanner: Scanner, start: Mark, directive: boolean): string {
  const { input } = scanner;
  const refuse = () => scannerFailure("did not find expected '!'", input.mark(), start);
  input.ensure(1);
  if (input.at() !== code("!")) throw refuse();
  const handle = input.take() + takeWord(scanner);
  if (input.at() === code("!")) return handle + input.take();
  if (directive && handle !== "!") throw refuse();
  return handle;
}

function octetsOf(first: number): number {
  if (first < 0x80) return 1;
  if ((first & 0xe0) === 0xc0) return 2;
  if ((first & 0xf0) === 0xe0) return 3;
  return (first & 0xf8) === 0xf0 ? 4 : 0;
}

function takeOctet(scanner: Scanner, start: Mark): number {
  const { input } = scanner;
  input.ensure(3);
  if (input.at() !== code("%") || !isHex(input.at(1)) || !isHex(input.at(2))) {
    throw scannerFailure("did not find URI escaped octet", input.mark(), start);
  }
  return Number.parseInt(String.fromCharCode(input.at(1), input.at(2)), 16);
}

/** One character written as `%XX` octets of UTF-8. */
function takeUriEscape(scanner: Scanner, start: Mark): number[] {
  const { input } = scanner;
  const first = takeOctet(scanner, start);
  const octets = [first];
  const length = octetsOf(first);
  if (length === 0) throw scannerFailure("found an incorrect leading UTF-8 octet", input.mark(), start);
  input.advance(3);
  while (octets.length < length) {
    const octet = takeOctet(scanner, start);
    if ((octet & 0xc0) !== 0x80) {
      throw scannerFailure("found an incorrect trailing UTF-8 octet", input.mark(), start);
    }
    octets.push(octet);
    input.advance(3);
  }
  return octets;
}

/** The URI part of a tag; `head` is what a handle that was none has already taken. */
export function takeTagUri(scanner: Scanner, start: Mark, head = ""): string {
  const { input } = scanner;
  const bytes = Array.from(textToBytes(head.slice(1)));
  let found = head !== "";
  input.ensure(1);
  while (isWord(input.at()) || isInUri(input.at())) {
    if (input.at() === code("%")) bytes.push(...takeUriEscape(scanner, start));
    else bytes.push(...textToBytes(input.take()));
    input.ensure(1);
    found = true;
  }
  if (!found) throw scannerFailure("did not find expected tag URI", input.mark(), start);
  return bytesToText(bytes);
}

function takeTag(scanner: Scanner, start: Mark): { value: string; suffix: string } {
  const { input } = scanner;
  input.ensure(2);
  if (input.at(1) === code("<")) {
    input.advance(2);
    const suffix = takeTagUri(scanner, start);
    if (input.at() !== code(">")) {
      throw scannerFailure("did not find the expected '>'", input.mark(), start);
    }
    input.advance();
    return { value: "", suffix };
  }
  const handle = takeTagHandle(scanner, start, false);
  if (handle.length > 1 && handle.endsWith("!")) return { value: handle, suffix: takeTagUri(scanner, start) };
  const suffix = takeTagUri(scanner, start, handle);
  return suffix === "" ? { value: "", suffix: "!" } : { value: "!", suffix };
}

export function scanTag(scanner: Scanner): Token {
  const { input } = scanner;
  const start = input.mark();
  const parts = takeTag(scanner, start);
  input.ensure(1);
  if (!isBlankOrEnd(input.at())) {
    throw scannerFailure("did not find expected whitespace or line break", input.mark(), start);
  }
  return { ...token("tag", start, input.mark()), ...parts };
}
