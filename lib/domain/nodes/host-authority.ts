import { fromBase64, sha256Fingerprint, toBase64 } from "./key-text";

/** A key whose signature on a certificate is believed, and for which hosts. */
export type AuthorityLine = {
  algorithm: string;
  publicKey: string;
  fingerprint: string;
  /** A list of patterns as OpenSSH writes it; null where the text names none. */
  patterns: string | null;
  comment: string;
};

export const authorityRefusals = [
  "authority-private",
  "authority-certificate",
  "authority-revoked",
  "authority-host-key",
  "authority-hashed",
  "authority-several",
  "authority-algorithm",
  "authority-format",
] as const;
export type AuthorityRefusal = (typeof authorityRefusals)[number];

type Read = { ok: true; value: AuthorityLine } | { ok: false; error: AuthorityRefusal };

/** The kinds of key that OpenSSH lets sign (CASignatureAlgorithms), without those on security keys. */
const algorithms = [
  "ssh-ed25519",
  "ssh-rsa",
  "ecdsa-sha2-nistp256",
  "ecdsa-sha2-nistp384",
  "ecdsa-sha2-nistp521",
];

const marker = "@cert-authority";
const refuse = (error: AuthorityRefusal): Read => ({ ok: false, error });

const isKeyType = (word: string | undefined) => /^(?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+$/.test(word ?? "");

/** What stands before the key: nothing, or the marker and the hosts. */
function patternsBefore(words: readonly string[]): { patterns: string | null } | AuthorityRefusal {
  const [first, names, ...more] = words;
  if (first === undefined) return { patterns: null };
  if (first === "@revoked") return "authority-revoked";
  if (first !== marker)
    return more.length === 0 && names === undefined ? "authority-host-key" : "authority-format";
  if (names === undefined || more.length > 0) return "authority-format";
  return names.startsWith("|") ? "authority-hashed" : { patterns: names };
}

function readOne(line: string): Read {
  const words = line.trim().split(/\s+/);
  // Behind the marker stand the hosts, of which one may be called like a kind of key.
  const from = words[0] === marker ? 2 : 0;
  const at = words.findIndex((word, index) => index >= from && isKeyType(word));
  const algorithm = words[at];
  const bytes = fromBase64(words[at + 1] ?? "");
  if (algorithm === undefined || !bytes || bytes.length < 4 || bytes.length > 8192)
    return refuse("authority-format");
  const before = patternsBefore(words.slice(0, at));
  if (typeof before === "string") return refuse(before);
  if (/-cert-v01@openssh\.com$/.test(algorithm)) return refuse("authority-certificate");
  if (!algorithms.includes(algorithm)) return refuse("authority-algorithm");
  const comment = words.slice(at + 2).join(" ");
  // Written anew: the same bytes have several spellings, and keys are compared by theirs.
  const publicKey = toBase64(bytes);
  const fingerprint = sha256Fingerprint(bytes);
  return { ok: true, value: { algorithm, publicKey, fingerprint, comment, ...before } };
}

/** Reads one authority: a public key, or the line of known_hosts that names it. */
export function readAuthority(text: string): Read {
  if (/PRIVATE KEY-----/.test(text)) return refuse("authority-private");
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  const [line, ...others] = lines;
  if (line === undefined) return refuse("authority-format");
  return others.length > 0 ? refuse("authority-several") : readOne(line);
}

/** The lines of authorities in a pasted known_hosts, as they stand there. */
export const authorityLines = (text: string): string[] =>
  text
    .slice(0, 1024 * 1024)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith(`${marker} `) || line.startsWith(`${marker}\t`));

/** Whether a text without `*` stands at a place of a name; `?` is any character. */
const fits = (part: string, name: string, at: number) =>
  [...part].every(
    (character, index) => (character === "?" && at + index < name.length) || character === name[at + index],
  );

/** Walked from `*` to `*` without a regular expression, whose time others could choose. */
function matches(pattern: string, name: string): boolean {
  const [head = "", ...parts] = pattern.split("*");
  const tail = parts.pop();
  if (tail === undefined) return head.length === name.length && fits(head, name, 0);
  const end = name.length - tail.length;
  if (head.length > end || !fits(head, name, 0) || !fits(tail, name, end)) return false;
  let at = head.length;
  for (const part of parts) {
    while (at + part.length <= end && !fits(part, name, at)) at += 1;
    at += part.length;
  }
  return at <= end;
}

/**
 * Whether a list of patterns covers a host (ssh_config(5), PATTERNS): one must match and none with `!` may. Those that
 * name a port are about `[host]:port`, the others about the host on any port.
 */
export function patternsCover(patterns: string, { host, port }: { host: string; port: number }): boolean {
  const name = host.toLowerCase();
  const list = patterns.toLowerCase().split(",");
  const hits = (pattern: string) => matches(pattern, pattern.includes("]:") ? `[${name}]:${port}` : name);
  const excluded = list.some((pattern) => pattern.startsWith("!") && hits(pattern.slice(1)));
  return !excluded && list.some((pattern) => !pattern.startsWith("!") && hits(pattern));
}
