import "server-only";
import { type ED25519KeyPairOptions, generateKeyPairSync } from "node:crypto";

/** How long each half of a key of either curve is, and the end of its DER form (RFC 8410, section 7). */
const half = 32;

const der: ED25519KeyPairOptions<"der", "der"> = {
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "der" },
};

/**
 * A new key pair as the bare halves. In DER from the start: exporting a key as JWK right after it was made can stop the
 * whole process for good, because Node 20 then waits in the garbage collector for a lock that it holds itself (seen with
 * 20.20.2, once in a few thousand keys).
 */
export function makeRawKeys(curve: "ed25519" | "x25519"): { secret: Buffer; point: Buffer } {
  const made = curve === "ed25519" ? generateKeyPairSync("ed25519", der) : generateKeyPairSync("x25519", der);
  const { privateKey, publicKey } = made;
  return { secret: privateKey.subarray(-half), point: publicKey.subarray(-half) };
}
