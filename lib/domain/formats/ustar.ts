export type TarEntry = { path: string; bytes: Uint8Array; mode: number };

const block = 512;

const concat = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const encode = (text: string) => new TextEncoder().encode(text);
const padded = (bytes: Uint8Array) => [bytes, new Uint8Array((block - (bytes.length % block)) % block)];

/**
 * A tar archive of files that belong to root (POSIX.1-1988 ustar, with a pax record before a path that is longer than
 * its field). The same entries and time give the same bytes.
 */
export function ustar(entries: readonly TarEntry[], seconds: number): Uint8Array {
  const parts = entries.flatMap(({ path, bytes, mode }) => {
    const file: Kind = { mode, seconds, type: "0" };
    if (/^[\x20-\x7e]{1,100}$/.test(path)) return entryParts(path, bytes, file);
    const short = path.replace(/[^\x20-\x7e]/g, "_").slice(-100);
    return [
      ...entryParts("PaxHeaders/path", paxRecord(path), { ...file, type: "x" }),
      ...entryParts(short, bytes, file),
    ];
  });
  return concat([...parts, new Uint8Array(2 * block)]);
}

/** `<length> path=<value>\n`, where the length counts its own digits. */
function paxRecord(path: string): Uint8Array {
  const rest = encode(` path=${path}\n`).length;
  const length = rest + String(rest + String(rest).length).length;
  return encode(`${length} path=${path}\n`);
}

type Kind = { mode: number; seconds: number; type: "0" | "x" };

function entryParts(name: string, bytes: Uint8Array, { mode, seconds, type }: Kind): Uint8Array[] {
  const header = new Uint8Array(block);
  const put = (at: number, text: string) => header.set(encode(text), at);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, "0")}\0`;
  put(0, name);
  put(100, octal(mode, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(bytes.length, 11));
  put(136, octal(Math.max(0, Math.floor(seconds)), 11));
  put(148, " ".repeat(8));
  put(156, type);
  put(257, "ustar\0" + "00");
  put(265, "root");
  put(297, "root");
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, "0")}\0 `);
  return [header, ...padded(bytes)];
}
