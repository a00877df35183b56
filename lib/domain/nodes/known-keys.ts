import { hmacSha1 } from "./digest";
import { fromBase64, sha256Fingerprint, toBase64 } from "./key-text";

type Address = { host: string; port: number };

/** One key or fingerprint of a pasted text, and whose it is said to be; `covers` is null when that is not said. */
type PastedKey = {
  fingerprint: string;
  algorithm: string | null;
  covers: ((address: Address) => boolean) | null;
};

export type Comparison =
  | { verdict: "same" }
  /** `expected` is what the text says instead. */
  | { verdict: "other"; expected: string }
  | { verdict: "revoked" }
  | { verdict: "none" };

const maxText = 1024 * 1024;
const maxKeys = 5000;
/** A hashed name can only be tried, once for each machine. */
const maxHashed = 500;

const encode = (text: string) => new TextEncoder().encode(text);

/** `host`, or `[host]:port` for another port than 22, in small letters, as OpenSSH writes it (sshd(8), known_hosts). */
function hostNames({ host, port }: Address): string[] {
  const name = host.toLowerCase();
  return port === 22 ? [name, `[${name}]:22`] : [`[${name}]:${port}`];
}

/** Whether a hashed name, `|1|salt|hash`, is this address: HMAC-SHA1 of the name under the salt. */
function hashCovers(name: string, address: Address): boolean {
  const [, salt = "", hash = ""] = /^\|1\|([^|]+)\|([^|]+)$/.exec(name) ?? [];
  const key = fromBase64(salt);
  if (!key || key.length > 64) return false;
  return hostNames(address).some((host) => toBase64(hmacSha1(key, encode(host))) === hash);
}

function namesCover(names: string, address: Address): boolean {
  if (names.startsWith("|")) return hashCovers(names, address);
  const own = hostNames(address);
  return names
    .toLowerCase()
    .split(",")
    .some((name) => own.includes(name));
}

/** A line of known_hosts or of ssh-keyscan: names, key type, key; or a public key without names. */
function readKeyLine(words: readonly string[]): PastedKey | null {
  const at = words.findIndex((word) => /^(?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+$/.test(word));
  const algorithm = words[at];
  const key = fromBase64(words[at + 1] ?? "");
  if (at < 0 || at > 1 || algorithm === undefined || !key || key.length > 8192) return null;
  const names = at === 1 ? words[0] : undefined;
  return {
    fingerprint: sha256Fingerprint(key),
    algorithm,
    covers: names === undefined ? null : (address) => namesCover(names, address),
  };
}

/** A fingerprint as ssh-keygen prints it, perhaps behind a name or address. The name in its comment proves nothing. */
function readFingerprintLine(words: readonly string[]): PastedKey | null {
  const at = words.findIndex((word) => /^SHA256:[A-Za-z0-9+/]{43}=?$/.test(word));
  if (at < 0) return null;
  const fingerprint = (words[at] ?? "").replace(/=$/, "");
  const [first = ""] = words;
  const named = at === 1 && !/^\d+$/.test(first) ? first : undefined;
  return {
    fingerprint,
    algorithm: null,
    covers: named === undefined ? null : (address) => namesCover(named, address),
  };
}

export type KnownKeys = { keys: PastedKey[]; revoked: ReadonlySet<string> };

/** A line of a certificate authority is about certificates, which are no host keys: see `authorityLines`. */
const isPassedOver = (line: string) => /^\s*(?:#|@cert-authority\s)/.test(line);

type Line = { key: PastedKey; marker: string | null; isHashed: boolean };

function readLine(line: string): Line | null {
  const words = line.trim().split(/\s+/);
  const marker = words[0]?.startsWith("@") ? (words.shift() ?? null) : null;
  const key = readKeyLine(words) ?? readFingerprintLine(words);
  return key && { key, marker, isHashed: words[0]?.startsWith("|") ?? false };
}

/** Reads fingerprints, public keys, known_hosts and the output of ssh-keyscan. Whatever else stands there is passed over. */
export function readKnownKeys(text: string): KnownKeys {
  const lines = text
    .slice(0, maxText)
    .split(/\r\n|\r|\n/)
    .filter((line) => !isPassedOver(line))
    .flatMap((line) => readLine(line) ?? []);
  const plain = lines.filter(({ marker, isHashed }) => marker === null && !isHashed).slice(0, maxKeys);
  const hashed = lines.filter(({ marker, isHashed }) => marker === null && isHashed).slice(0, maxHashed);
  const revoked = lines.filter(({ marker }) => marker === "@revoked");
  return {
    keys: [...plain, ...hashed].map(({ key }) => key),
    revoked: new Set(revoked.map(({ key }) => key.fingerprint)),
  };
}

type Shown = Address & { algorithm: string; fingerprint: string };

/**
 * Compares the key that a machine shows with what was pasted. What names the machine decides alone; a fingerprint
 * without a name is the machine's when it is the same, and speaks against it only when it is the only one pasted.
 */
export function compareKey({ keys, revoked }: KnownKeys, shown: Shown): Comparison {
  if (revoked.has(shown.fingerprint)) return { verdict: "revoked" };
  const named = keys.filter(({ covers }) => covers?.(shown));
  const about = named.length > 0 ? named : keys.filter(({ covers }) => covers === null);
  if (about.some(({ fingerprint }) => fingerprint === shown.fingerprint)) return { verdict: "same" };
  const family = about.filter(({ algorithm }) => algorithm === null || algorithm === shown.algorithm);
  const [first, ...others] = family;
  if (!first || (named.length === 0 && others.length > 0)) return { verdict: "none" };
  return { verdict: "other", expected: first.fingerprint };
}
