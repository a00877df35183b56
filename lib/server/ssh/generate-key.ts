import "server-only";
import { randomBytes } from "node:crypto";
import { makeRawKeys } from "./raw-keys";
import { lengthed as text } from "./wire";

/** The cipher "none" pads to 8 bytes with 1, 2, 3 and so on (openssh PROTOCOL.key). */
const pad = (block: Buffer) =>
  Buffer.concat([block, Buffer.from(Array.from({ length: (8 - (block.length % 8)) % 8 }, (_, i) => i + 1))]);

/**
 * A new ed25519 key as OpenSSH writes it, without a passphrase. Written here because the generator of ssh2 1.17.0
 * trims leading zero bytes and so makes a broken key about once in 200.
 */
export function generateEd25519Text(comment: string): string {
  const { secret, point } = makeRawKeys("ed25519");
  const publicKey = Buffer.concat([text("ssh-ed25519"), text(point)]);
  const check = randomBytes(4);
  const block = pad(
    Buffer.concat([
      check,
      check,
      text("ssh-ed25519"),
      text(point),
      text(Buffer.concat([secret, point])),
      text(comment),
    ]),
  );
  const count = Buffer.from([0, 0, 0, 1]);
  const whole = Buffer.concat([
    Buffer.from("openssh-key-v1\0", "latin1"),
    text("none"),
    text("none"),
    text(""),
    count,
    text(publicKey),
    text(block),
  ]);
  const lines = whole.toString("base64").match(/.{1,70}/g) ?? [];
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.join("\n")}\n-----END OPENSSH PRIVATE KEY-----\n`;
}
