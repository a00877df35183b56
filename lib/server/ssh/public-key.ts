import "server-only";
import { createHash } from "node:crypto";
import type { TrustedHostKey } from "./target";

export type PresentedHostKey = TrustedHostKey & { fingerprint: string };

/** `SHA256:` and unpadded base64, as ssh-keygen -l prints it. */
export function fingerprintOf(publicKey: string | Buffer): string {
  const wire = typeof publicKey === "string" ? Buffer.from(publicKey, "base64") : publicKey;
  return `SHA256:${createHash("sha256").update(wire).digest("base64").replace(/=+$/, "")}`;
}

/** The wire form of a public key starts with the length and name of its algorithm. */
export function describeHostKey(wire: Buffer): PresentedHostKey {
  const length = wire.length >= 4 ? wire.readUInt32BE(0) : 0;
  const algorithm = wire.subarray(4, 4 + length).toString("latin1");
  return { algorithm, publicKey: wire.toString("base64"), fingerprint: fingerprintOf(wire) };
}
