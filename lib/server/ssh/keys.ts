import "server-only";
import { createPrivateKey } from "node:crypto";
import { type ParsedKey, utils } from "ssh2";
import { invariant } from "@/lib/domain/errors";
import { fail, ok, type Result } from "@/lib/domain/result";
import { generateEd25519Text } from "./generate-key";
import { fingerprintOf } from "./public-key";

/** A key that can log in. `parsed` holds the secret; the rest may be shown. */
export type SshKey = { parsed: ParsedKey; algorithm: string; fingerprint: string; publicLine: string };

export type KeyRefusal = {
  code:
    | "key-passphrase-needed"
    | "key-passphrase-wrong"
    | "key-pkcs8"
    | "key-public"
    | "key-putty"
    | "key-certificate"
    | "key-format";
  params: { command?: string };
};

const refuse = (code: KeyRefusal["code"], command?: string) =>
  fail({ code, params: command ? { command } : {} });

/** Texts that are keys, only not in a form ssh2 reads; each is named together with the command that helps. */
function refuseByShape(text: string): Result<never, KeyRefusal> | null {
  if (/-----BEGIN (ENCRYPTED )?PRIVATE KEY-----/.test(text)) {
    return refuse("key-pkcs8", "ssh-keygen -p -f id_key");
  }
  if (/^PuTTY-User-Key-File-/m.test(text)) {
    return refuse("key-putty", "puttygen key.ppk -O private-openssh -o id_key");
  }
  if (/-----BEGIN CERTIFICATE-----/.test(text)) return refuse("key-certificate");
  if (/^\s*(ssh-|ecdsa-|sk-)|-----BEGIN (SSH2 |RSA )?PUBLIC KEY-----|---- BEGIN SSH2 PUBLIC KEY/.test(text)) {
    return refuse("key-public");
  }
  return null;
}

function publicLineOf(key: ParsedKey, comment: string): string {
  const line = `${key.type} ${key.getPublicSSH().toString("base64")}`;
  return comment ? `${line} ${comment}` : line;
}

/**
 * A key whose private half OpenSSL has opened: ssh2 keeps it as text and has it opened anew for each signature, which
 * takes longer than signing. Null for one that OpenSSL does not take, which could sign nothing.
 */
function opened(parsed: ParsedKey): ParsedKey | null {
  const place = Object.getOwnPropertySymbols(parsed).find(({ description }) => description === privateText);
  if (place === undefined) return parsed;
  try {
    const value = createPrivateKey(parsed.getPrivatePEM());
    return Object.create(parsed, { [place]: { value } }) as ParsedKey;
  } catch {
    return null;
  }
}

/** What ssh2 1.17.0 calls the text of the private half (lib/protocol/keyParser.js). */
const privateText = "Private key PEM";

/**
 * Reads a private key. Opening an encrypted one takes about 0.2 s on the event loop, so keep what comes back.
 * `passphrase` is ignored for a key that has none.
 */
export function parsePrivateKey(text: string, passphrase?: string): Result<SshKey, KeyRefusal> {
  const refused = refuseByShape(text);
  if (refused) return refused;
  // An empty passphrase cannot open anything, and ssh2 answers it with an internal error.
  const parsed = utils.parseKey(text, passphrase || undefined);
  if (parsed instanceof Error) {
    if (/no passphrase given/i.test(parsed.message)) return refuse("key-passphrase-needed");
    if (/bad passphrase/i.test(parsed.message)) return refuse("key-passphrase-wrong");
    return refuse("key-format");
  }
  if (!parsed.isPrivateKey()) return refuse("key-public");
  const key = opened(parsed);
  if (key === null) return refuse("key-format");
  return ok({
    parsed: key,
    algorithm: parsed.type,
    fingerprint: fingerprintOf(parsed.getPublicSSH()),
    publicLine: publicLineOf(parsed, parsed.comment.replace(/[^\x20-\x7e]/g, "")),
  });
}

/** A new key pair: the private half as OpenSSH text without a passphrase, the public half as a line to hand out. */
export function generateEd25519(comment: string): {
  privateKey: string;
  publicLine: string;
  fingerprint: string;
} {
  const privateKey = generateEd25519Text(comment);
  const read = parsePrivateKey(privateKey);
  invariant(read.ok, "a generated key can be read");
  return { privateKey, publicLine: read.value.publicLine, fingerprint: read.value.fingerprint };
}
