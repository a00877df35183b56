type Words = number[];
type Algorithm = { initial: Words; mix: (state: Words, block: Words) => Words };

const rotateLeft = (word: number, by: number) => (word << by) | (word >>> (32 - by));
const rotateRight = (word: number, by: number) => (word >>> by) | (word << (32 - by));
const at = (words: Words, index: number) => words[index] ?? 0;

/** The message in blocks of 16 words: a one bit behind it, zeros, and its length in bits (FIPS 180-4, 5.1.1). */
function toBlocks(bytes: Uint8Array): Words[] {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, bytes.length << 3);
  return Array.from({ length: padded.length / 64 }, (_, block) =>
    Array.from({ length: 16 }, (_word, word) => view.getUint32(block * 64 + word * 4)),
  );
}

function digest(bytes: Uint8Array, { initial, mix }: Algorithm): Uint8Array {
  const state = toBlocks(bytes).reduce(
    (last, block) => mix(last, block).map((word, index) => (word + at(last, index)) | 0),
    initial,
  );
  const result = new Uint8Array(state.length * 4);
  const view = new DataView(result.buffer);
  for (const [index, word] of state.entries()) view.setInt32(index * 4, word);
  return result;
}

const sha1Rounds: ((b: number, c: number, d: number) => number)[] = [
  (b, c, d) => ((b & c) | (~b & d)) + 0x5a827999,
  (b, c, d) => (b ^ c ^ d) + 0x6ed9eba1,
  (b, c, d) => ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc,
  (b, c, d) => (b ^ c ^ d) + 0xca62c1d6,
];

function mixSha1(state: Words, block: Words): Words {
  const words = [...block];
  for (let i = 16; i < 80; i += 1)
    words.push(rotateLeft(at(words, i - 3) ^ at(words, i - 8) ^ at(words, i - 14) ^ at(words, i - 16), 1));
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i += 1) {
    const round = sha1Rounds[Math.floor(i / 20)]?.(b, c, d) ?? 0;
    [a, b, c, d, e] = [(rotateLeft(a, 5) + round + e + at(words, i)) | 0, a, rotateLeft(b, 30), c, d];
  }
  return [a, b, c, d, e];
}

/** The first primes, from whose roots SHA-256 takes its constants. */
const primes = Array.from({ length: 312 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && d * d <= n && n % d === 0),
);
const fraction = (value: number) => ((value - Math.floor(value)) * 2 ** 32) | 0;
const sha256Constants = primes.map((prime) => fraction(Math.cbrt(prime)));

function mixSha256(state: Words, block: Words): Words {
  const words = [...block];
  for (let i = 16; i < 64; i += 1) {
    const [x, y] = [at(words, i - 15), at(words, i - 2)];
    const first = rotateRight(x, 7) ^ rotateRight(x, 18) ^ (x >>> 3);
    const second = rotateRight(y, 17) ^ rotateRight(y, 19) ^ (y >>> 10);
    words.push((at(words, i - 16) + first + at(words, i - 7) + second) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const high = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25);
    const one = (h + high + ((e & f) ^ (~e & g)) + at(sha256Constants, i) + at(words, i)) | 0;
    const low = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22);
    const two = (low + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h];
}

const sha1 = (bytes: Uint8Array) =>
  digest(bytes, {
    initial: [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0],
    mix: mixSha1,
  });

/**
 * SHA-256, for fingerprints of public keys. Browsers lend theirs to pages over HTTPS only, and Pullpath is used
 * without as well. Nothing secret is hashed here.
 */
export const sha256 = (bytes: Uint8Array): Uint8Array =>
  digest(bytes, { initial: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime))), mix: mixSha256 });

/** HMAC-SHA1 (RFC 2104), by which OpenSSH hides host names in known_hosts. */
export function hmacSha1(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha1(key) : key);
  const padded = (pad: number) => block.map((byte) => byte ^ pad);
  return sha1(Uint8Array.of(...padded(0x5c), ...sha1(Uint8Array.of(...padded(0x36), ...message))));
}
