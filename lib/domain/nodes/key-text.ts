import { sha256 } from "./digest";

export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // Text of another length than base64 has is no key.
    return null;
  }
}

export const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/** The fingerprint of a key in its wire form, as `ssh-keygen -l` prints it. */
export const sha256Fingerprint = (key: Uint8Array) => `SHA256:${toBase64(sha256(key)).replace(/=+$/, "")}`;
