import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface KeyPair {
  /** OpenSSH format, as ssh2 and sshd read it. */
  privateKey: string;
  /** One line, as in authorized_keys. */
  publicKey: string;
  /** "SHA256:…", as ssh-keygen prints it. */
  fingerprint: string;
}

/** Arguments of ssh-keygen for a kind of key. */
export type KeyKind = readonly string[];
const ed25519: KeyKind = ["-t", "ed25519"];

/** Made by OpenSSH: the generator of ssh2 1.17.0 drops leading zero bytes, and so breaks one key in 200. */
export function makeKeyPair(comment: string, kind: KeyKind = ed25519): KeyPair {
  const folder = mkdtempSync(join(tmpdir(), "pullpath-pair-"));
  try {
    const file = join(folder, "key");
    execFileSync("ssh-keygen", ["-q", ...kind, "-N", "", "-C", comment, "-f", file]);
    const publicKey = readFileSync(`${file}.pub`, "utf8").trim();
    const blob = Buffer.from(publicKey.split(" ")[1] ?? "", "base64");
    return { privateKey: readFileSync(file, "utf8"), publicKey, fingerprint: fingerprintOf(blob) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fingerprint of a raw public key, such as ssh2 gives to its host verifier. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
}

export interface CertificateOptions {
  /** Names it is for; none when empty. */
  principals?: readonly string[];
  /** As ssh-keygen's -V takes it. */
  validity?: string;
  keyId?: string;
  serial?: number;
  /** A certificate of a user. */
  user?: boolean;
  /** More arguments, such as options. */
  more?: readonly string[];
}

/** Has an authority sign a public key; returns the line of the certificate. */
export function certify(authority: KeyPair, publicKey: string, options: CertificateOptions = {}): string {
  const { principals = [], validity, keyId = "test", serial = 0, user = false, more = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), "pullpath-certificate-"));
  try {
    const file = join(folder, "key");
    writeFileSync(`${file}.pub`, `${publicKey}\n`);
    writeFileSync(join(folder, "ca"), authority.privateKey, { mode: 0o600 });
    const names = principals.length > 0 ? ["-n", principals.join(",")] : [];
    const dates = validity === undefined ? [] : ["-V", validity];
    const fixed = [
      "-q",
      "-s",
      join(folder, "ca"),
      "-I",
      keyId,
      "-z",
      String(serial),
      ...(user ? [] : ["-h"]),
    ];
    execFileSync("ssh-keygen", [...fixed, ...names, ...dates, ...more, `${file}.pub`], { stdio: "pipe" });
    return readFileSync(`${file}-cert.pub`, "utf8").trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
