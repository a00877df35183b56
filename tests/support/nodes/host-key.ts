import { createHash } from "node:crypto";
import ssh2 from "ssh2";

export interface KeyPair {
  /** OpenSSH format, as ssh2 and sshd read it. */
  privateKey: string;
  /** One line, as in authorized_keys. */
  publicKey: string;
  /** "SHA256:…", as ssh-keygen prints it. */
  fingerprint: string;
}

export function makeKeyPair(comment: string): KeyPair {
  const pair = ssh2.utils.generateKeyPairSync("ed25519", { comment });
  const blob = Buffer.from(pair.public.split(" ")[1] ?? "", "base64");
  return { privateKey: pair.private, publicKey: pair.public, fingerprint: fingerprintOf(blob) };
}

/** Fingerprint of a raw public key, such as ssh2 gives to its host verifier. */
export function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
}
