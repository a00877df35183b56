import type { Result } from "@/lib/domain/result";

export const maxImportBytes = 1024 * 1024;

export type ReadFailure =
  | { code: "tooLarge"; size: number }
  | { code: "empty" }
  | { code: "utf16" }
  | { code: "binary" }
  | { code: "notUtf8"; byte: number };

/** The text of a file a person chose, or exactly why it is none. A byte order mark stays: K3s reads past it. */
export function readBytes(bytes: Uint8Array): Result<string, ReadFailure> {
  if (bytes.length > maxImportBytes) return { ok: false, error: { code: "tooLarge", size: bytes.length } };
  if (isUtf16(bytes)) return { ok: false, error: { code: "utf16" } };
  if (bytes.includes(0)) return { ok: false, error: { code: "binary" } };
  const bad = firstBadByte(bytes);
  if (bad !== null) return { ok: false, error: { code: "notUtf8", byte: bad } };
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return text.replace("\ufeff", "").trim() === ""
    ? { ok: false, error: { code: "empty" } }
    : { ok: true, value: text };
}

/** A byte order mark, or a zero in every second byte of the start, as ASCII has it in UTF-16. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 64);
  if (start.length < 4) return false;
  const zeros = (offset: number) => start.filter((byte, at) => at % 2 === offset && byte === 0).length;
  const half = Math.floor(start.length / 2);
  return (zeros(0) === 0 && zeros(1) >= half * 0.9) || (zeros(1) === 0 && zeros(0) >= half * 0.9);
}

/** Where decoding stops, by halving: every prefix before the bad byte decodes, apart from a cut last character. */
function firstBadByte(bytes: Uint8Array): number | null {
  if (decodes(bytes)) return null;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  return bad;
}

function decodes(bytes: Uint8Array, stream = false): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream });
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

/** Pasted text is measured the way a file is. */
export const readText = (text: string): Result<string, ReadFailure> =>
  readBytes(new TextEncoder().encode(text));
