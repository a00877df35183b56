import "server-only";
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headerLength = 1 + nonceLength + tagLength;

/** Thrown when an envelope was not made by this key for this context, or was changed since. */
export class EnvelopeError extends Error {}

// Both the format and the context are authenticated: an envelope can be neither relabelled nor moved to another row.
const associatedData = (context: string) => Buffer.from(`pullpath:${version}:${context}`, "utf8");

/** Encrypts under a 32-byte key. The envelope is: format version (1 byte), nonce (12), tag (16), ciphertext. */
export function seal(data: Uint8Array, context: string, key: Uint8Array): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  cipher.setAAD(associatedData(context));
  const body = Buffer.concat([cipher.update(data), cipher.final()]);
  return new Uint8Array(Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]));
}

/** Decrypts an envelope; throws `EnvelopeError` unless key and context are those it was sealed with. */
export function open(envelope: Uint8Array, context: string, key: Uint8Array): Buffer {
  if (envelope.length < headerLength || envelope[0] !== version)
    throw new EnvelopeError("Not an envelope of a known version");
  const nonce = envelope.subarray(1, 1 + nonceLength);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength });
  decipher.setAAD(associatedData(context));
  decipher.setAuthTag(envelope.subarray(1 + nonceLength, headerLength));
  try {
    return Buffer.concat([decipher.update(envelope.subarray(headerLength)), decipher.final()]);
  } catch (cause) {
    throw new EnvelopeError("The envelope does not open with this key and context", { cause });
  }
}
