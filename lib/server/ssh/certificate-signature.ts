import "server-only";
import { createPublicKey, type KeyObject, verify } from "node:crypto";
import { utils } from "ssh2";
import { WireReader } from "./wire";

/** `integer` is the length of the two numbers of an ECDSA signature. */
type Scheme = { key: string; hash: string | null; integer?: number };

/** What a CA may sign with (RFC 8332, RFC 5656, RFC 8709); `ssh-rsa` is SHA-1 and is not among them, as in OpenSSH. */
const schemes: ReadonlyMap<string, Scheme> = new Map([
  ["ssh-ed25519", { key: "ssh-ed25519", hash: null }],
  ["rsa-sha2-512", { key: "ssh-rsa", hash: "sha512" }],
  ["rsa-sha2-256", { key: "ssh-rsa", hash: "sha256" }],
  ["ecdsa-sha2-nistp256", { key: "ecdsa-sha2-nistp256", hash: "sha256", integer: 32 }],
  ["ecdsa-sha2-nistp384", { key: "ecdsa-sha2-nistp384", hash: "sha384", integer: 48 }],
  ["ecdsa-sha2-nistp521", { key: "ecdsa-sha2-nistp521", hash: "sha512", integer: 66 }],
]);

const smallestRsa = 2048;

const algorithmOf = (wire: Buffer) => new WireReader(wire).text();

/** A public key that may sign certificates; null for what is no such key, a certificate among them. */
export function readAuthorityKey(wire: Buffer): KeyObject | null {
  const algorithm = algorithmOf(wire);
  if (![...schemes.values()].some(({ key }) => key === algorithm)) return null;
  const parsed = utils.parseKey(`${algorithm} ${wire.toString("base64")}`);
  if (parsed instanceof Error) return null;
  try {
    const key = createPublicKey(parsed.getPublicPEM());
    const bits = key.asymmetricKeyDetails?.modulusLength;
    return bits !== undefined && bits < smallestRsa ? null : key;
  } catch {
    // A point that is not on its curve.
    return null;
  }
}

/** The two numbers side by side, each of full length; null where one is too long. */
function flatten(signature: Buffer, length: number): Buffer | null {
  const reader = new WireReader(signature);
  const numbers = [reader.lengthed(), reader.lengthed()].map((number) => {
    const start = number.findIndex((byte) => byte !== 0);
    return start < 0 ? Buffer.alloc(0) : number.subarray(start);
  });
  if (!reader.isWhole || numbers.some((number) => number.length > length)) return null;
  return Buffer.concat(
    numbers.map((number) => Buffer.concat([Buffer.alloc(length - number.length), number])),
  );
}

export type SignatureVerdict = "good" | "wrong" | "weak";

type Signed = { authority: Buffer; signed: Buffer; signature: Buffer };

/** Whether the authority named in a certificate signed it; `weak` is a way of signing that is not accepted. */
export function checkSignature({ authority, signed, signature }: Signed): SignatureVerdict {
  const reader = new WireReader(signature);
  const name = reader.text();
  const blob = reader.lengthed();
  const scheme = schemes.get(name);
  if (!reader.isWhole) return "wrong";
  if (!scheme) return "weak";
  const key = readAuthorityKey(authority);
  if (!key || scheme.key !== algorithmOf(authority)) return "wrong";
  if (scheme.integer === undefined) return verify(scheme.hash, signed, key, blob) ? "good" : "wrong";
  const flat = flatten(blob, scheme.integer);
  if (!flat) return "wrong";
  return verify(scheme.hash, signed, { key, dsaEncoding: "ieee-p1363" }, flat) ? "good" : "wrong";
}
