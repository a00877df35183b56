import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
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

/** Made by OpenSSH: the generator of ssh2 1.17.0 drops leading zero bytes, and so breaks one key in 200. */
export function makeKeyPair(comment: string): KeyPair {
  const folder = mkdtempSync(join(tmpdir(), "pullpath-pair-"));
  try {
    const file = join(folder, "key");
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", file]);
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
