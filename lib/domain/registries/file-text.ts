import { type DecodeResult, decode } from "./decode";
import { type Finding, lint } from "./lint/lint";
import type { TargetInput } from "./target";
import { isAllowed } from "./yaml/characters";

/** A file as text. Where its bytes are none, a forbidden character stands at the place where yaml.v2 stops reading. */
export type FileText = {
  text: string;
  /** What yaml.v2 says of those bytes; null when it stops before them. */
  fault: string | null;
  /** Whether the text is the file: otherwise no change of it can be offered. */
  whole: boolean;
};

type Broken = { at: number; problem: string; width: number };

function widthOf(octet: number): number {
  if (octet < 0x80) return 1;
  if ((octet & 0xe0) === 0xc0) return 2;
  if ((octet & 0xf0) === 0xe0) return 3;
  return (octet & 0xf8) === 0xf0 ? 4 : 0;
}

const leastOf = [0, 0, 0x80, 0x800, 0x10000] as const;

/** The checks of yaml.v2 v2.4.0, readerc.go, in their order. */
function problemAt(bytes: Uint8Array, at: number): string | null {
  const first = bytes[at] ?? 0;
  const width = widthOf(first);
  if (width === 0) return "invalid leading UTF-8 octet";
  if (at + width > bytes.length) return "incomplete UTF-8 octet sequence";
  const trailing = bytes.subarray(at + 1, at + width);
  if (trailing.some((octet) => (octet & 0xc0) !== 0x80)) return "invalid trailing UTF-8 octet";
  const lead = width === 1 ? first : first & (0xff >> (width + 1));
  const value = trailing.reduce((sum, octet) => sum * 64 + (octet & 0x3f), lead);
  if (value < (leastOf[width] ?? 0)) return "invalid length of a UTF-8 sequence";
  return (value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff ? "invalid Unicode character" : null;
}

function findBroken(bytes: Uint8Array): Broken | null {
  for (let at = 0; at < bytes.length; ) {
    const octet = bytes[at] ?? 0;
    const problem = octet < 0x80 ? null : problemAt(bytes, at);
    if (problem !== null) return { at, problem, width: widthOf(octet) };
    at += widthOf(octet);
  }
  return null;
}

/** Forbidden characters of one, two and three bytes, so that the place falls into the same block of yaml.v2's buffer. */
const markOf = (width: number) => (width < 2 ? "\u0001" : width === 2 ? "\u0080" : "\uffff");

const hasForbidden = (text: string) =>
  Array.from(text).some((character) => !isAllowed(character.codePointAt(0) ?? 0));

function readUtf8(bytes: Uint8Array): FileText {
  const broken = findBroken(bytes);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  if (broken === null) return { text: decoder.decode(bytes), fault: null, whole: true };
  const before = decoder.decode(bytes.subarray(0, broken.at));
  const after = decoder.decode(bytes.subarray(broken.at + 1));
  const fault = hasForbidden(before) ? null : broken.problem;
  return { text: `${before}${markOf(broken.width)}${after}`, fault, whole: false };
}

function pairProblem(unit: number, next: number, left: number): string | null {
  if ((unit & 0xfc00) === 0xdc00) return "unexpected low surrogate area";
  if ((unit & 0xfc00) !== 0xd800) return null;
  if (left < 4) return "incomplete UTF-16 surrogate pair";
  return (next & 0xfc00) === 0xdc00 ? null : "expected low surrogate area";
}

/** The text after the byte order mark, which is the only sign of UTF-16 that yaml.v2 knows. */
function readUtf16(bytes: Uint8Array, littleEndian: boolean): FileText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const unitAt = (at: number) => (at + 2 > bytes.length ? 0 : view.getUint16(at, littleEndian));
  const parts: string[] = [];
  for (let at = 2; at < bytes.length; ) {
    const left = bytes.length - at;
    const [unit, next] = [unitAt(at), unitAt(at + 2)];
    const problem = left < 2 ? "incomplete UTF-16 character" : pairProblem(unit, next, left);
    if (problem !== null) {
      const before = parts.join("");
      return { text: `${before}\u0001`, fault: hasForbidden(before) ? null : problem, whole: false };
    }
    const isPair = (unit & 0xfc00) === 0xd800;
    parts.push(isPair ? String.fromCharCode(unit, next) : String.fromCharCode(unit));
    at += isPair ? 4 : 2;
  }
  return { text: parts.join(""), fault: null, whole: true };
}

/** Reads the bytes of a file as yaml.v2 does: UTF-8, or UTF-16 after its byte order mark. */
export function readFileText(bytes: Uint8Array): FileText {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return readUtf16(bytes, true);
  if (first === 0xfe && second === 0xff) return readUtf16(bytes, false);
  return readUtf8(bytes);
}

const forbidden = "yaml: control characters are not allowed";

/** `decode` for a file whose bytes need not be text. */
export function decodeFile({ text, fault }: FileText): DecodeResult {
  const result = decode(text);
  if (result.ok || fault === null || result.error !== forbidden) return result;
  return { ...result, error: `yaml: ${fault}` };
}

/** `lint` for a file whose bytes need not be text. */
export function lintFile({ text, fault, whole }: FileText, target?: TargetInput): Finding[] {
  const findings = lint(text, target);
  if (whole) return findings;
  return findings.map((finding) => {
    const isFault = fault !== null && finding.params["error"] === forbidden;
    const params = isFault ? { ...finding.params, error: `yaml: ${fault}` } : finding.params;
    return { ...finding, params, fixes: [] };
  });
}
