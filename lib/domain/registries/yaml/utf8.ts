const encoder = new TextEncoder();

export const textToBytes = (text: string): Uint8Array => encoder.encode(text);

// Ranges of the first byte, and of the second where that is narrower than a trailing byte's (RFC 3629, 4).
const sequences: readonly { first: number; last: number; low: number; high: number; length: number }[] = [
  { first: 0x00, last: 0x7f, low: 0, high: 0, length: 1 },
  { first: 0xc2, last: 0xdf, low: 0x80, high: 0xbf, length: 2 },
  { first: 0xe0, last: 0xe0, low: 0xa0, high: 0xbf, length: 3 },
  { first: 0xe1, last: 0xec, low: 0x80, high: 0xbf, length: 3 },
  { first: 0xed, last: 0xed, low: 0x80, high: 0x9f, length: 3 },
  { first: 0xee, last: 0xef, low: 0x80, high: 0xbf, length: 3 },
  { first: 0xf0, last: 0xf0, low: 0x90, high: 0xbf, length: 4 },
  { first: 0xf1, last: 0xf3, low: 0x80, high: 0xbf, length: 4 },
  { first: 0xf4, last: 0xf4, low: 0x80, high: 0x8f, length: 4 },
];

/** Length of the valid UTF-8 sequence at the start of `bytes`, 0 if there is none. */
function sequenceLength(bytes: Uint8Array): number {
  const [first = 0, second = 0, ...others] = bytes.subarray(0, 4);
  const found = sequences.find((sequence) => first >= sequence.first && first <= sequence.last);
  if (found === undefined || found.length === 1) return found?.length ?? 0;
  if (second < found.low || second > found.high) return 0;
  const trailing = others.slice(0, found.length - 2);
  const isWhole = trailing.length === found.length - 2 && trailing.every((byte) => (byte & 0xc0) === 0x80);
  return isWhole ? found.length : 0;
}

/** Bytes as text the way Go shows them: each byte that is not part of a character becomes one replacement character. */
export function bytesToText(values: ArrayLike<number>): string {
  const bytes = Uint8Array.from(values);
  const valid = new TextDecoder("utf-8", { ignoreBOM: true });
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes.subarray(at));
    text += length === 0 ? "\ufffd" : valid.decode(bytes.subarray(at, at + length));
    at += length || 1;
  }
  return text;
}
