import "server-only";
import { lengthed, WireReader } from "./wire";

/** What a certificate says, not yet believed (openssh PROTOCOL.certkeys). */
export type HostCertificate = {
  /** The plain key that it is about, in the form in which a machine shows it. */
  key: Buffer;
  serial: string;
  kind: "host" | "user" | "other";
  keyId: string;
  principals: string[];
  /** Epoch milliseconds. Null has no end. */
  validFrom: number;
  validUntil: number | null;
  /** Names of the options that must be understood; there are none for hosts. */
  criticalOptions: string[];
  /** The key that signed it, in its wire form. */
  authority: Buffer;
  signed: Buffer;
  signature: Buffer;
};

/** The plain algorithm of each, and of how many fields its key is. A map, as strangers name what is looked up. */
const forms: ReadonlyMap<string, { plain: string; fields: number }> = new Map([
  ["ssh-ed25519-cert-v01@openssh.com", { plain: "ssh-ed25519", fields: 1 }],
  ["ecdsa-sha2-nistp256-cert-v01@openssh.com", { plain: "ecdsa-sha2-nistp256", fields: 2 }],
  ["ecdsa-sha2-nistp384-cert-v01@openssh.com", { plain: "ecdsa-sha2-nistp384", fields: 2 }],
  ["ecdsa-sha2-nistp521-cert-v01@openssh.com", { plain: "ecdsa-sha2-nistp521", fields: 2 }],
  ["ssh-rsa-cert-v01@openssh.com", { plain: "ssh-rsa", fields: 2 }],
]);

const kinds: Readonly<Record<number, HostCertificate["kind"]>> = { 1: "user", 2: "host" };

/** Later than any date that is meant as one; `ssh-keygen` writes 2^64-1 for no end. */
const lastSecond = BigInt(Date.UTC(9999, 0, 1) / 1000);

const toTime = (seconds: bigint) => Number(seconds < lastSecond ? seconds : lastSecond) * 1000;

/** A name that a stranger wrote, as it may stand in a line. */
const cleaned = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ").slice(0, 255);

/** The texts of a list, each followed by `extra` values that are passed over; null where it does not come out even. */
function listOf(bytes: Buffer, extra: number): string[] | null {
  const reader = new WireReader(bytes);
  const texts: string[] = [];
  while (reader.hasMore) {
    texts.push(reader.text());
    for (let passed = 0; passed < extra; passed += 1) reader.lengthed();
  }
  return reader.isWhole ? texts : null;
}

/** Reads a host key in its wire form as a certificate; null where it is none, or not a whole one. */
export function readHostCertificate(wire: Buffer): HostCertificate | null {
  const reader = new WireReader(wire);
  const form = forms.get(reader.text());
  if (!form) return null;
  reader.lengthed(); // A nonce.
  const key = [lengthed(form.plain)];
  for (let field = 0; field < form.fields; field += 1) key.push(lengthed(reader.lengthed()));
  const serial = reader.uint64().toString();
  const kind = kinds[reader.uint32()] ?? "other";
  const keyId = cleaned(reader.text());
  const principals = listOf(reader.lengthed(), 0);
  const [from, until] = [reader.uint64(), reader.uint64()];
  const criticalOptions = listOf(reader.lengthed(), 1);
  reader.lengthed(); // Extensions, which may be passed over.
  reader.lengthed(); // Reserved.
  const authority = reader.lengthed();
  const signed = wire.subarray(0, reader.at);
  const signature = reader.lengthed();
  if (!reader.isWhole || !principals || !criticalOptions) return null;
  return {
    key: Buffer.concat(key),
    serial,
    kind,
    keyId,
    principals: principals.map(cleaned),
    validFrom: toTime(from),
    validUntil: until >= lastSecond ? null : toTime(until),
    criticalOptions: criticalOptions.map(cleaned),
    authority,
    signed,
    signature,
  };
}
