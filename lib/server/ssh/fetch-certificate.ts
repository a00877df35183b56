import "server-only";
import { createECDH } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { type Address, addressParams, type Reach, withHandshake } from "./connect";
import { toSshFault } from "./errors";
import { SshFault } from "./fault";
import { Intake, messages, packet, readKexInit, writeKexInit } from "./packets";
import { makeRawKeys } from "./raw-keys";
import { lengthed, WireReader } from "./wire";

/** ssh2 knows no certificates, so the first steps of a connection are made here. Nothing is agreed in them. */
const certificateAlgorithms = [
  "ssh-ed25519-cert-v01@openssh.com",
  "ecdsa-sha2-nistp256-cert-v01@openssh.com",
  "ecdsa-sha2-nistp384-cert-v01@openssh.com",
  "ecdsa-sha2-nistp521-cert-v01@openssh.com",
  "rsa-sha2-512-cert-v01@openssh.com",
  "rsa-sha2-256-cert-v01@openssh.com",
];

const x25519 = () => makeRawKeys("x25519").point;
const nist = (curve: string) => () => createECDH(curve).generateKeys();

/** A public value for each way to agree on a key; the private half is dropped, as no key is ever made. */
const exchanges: Readonly<Record<string, () => Buffer>> = {
  "curve25519-sha256": x25519,
  "curve25519-sha256@libssh.org": x25519,
  "ecdh-sha2-nistp256": nist("prime256v1"),
  "ecdh-sha2-nistp384": nist("secp384r1"),
  "ecdh-sha2-nistp521": nist("secp521r1"),
};

/** The side that connects decides: its first name that the other knows too (RFC 4253, section 7.1). */
const agreed = (ours: readonly string[], theirs: readonly string[] = []) =>
  ours.find((name) => theirs.includes(name));

/** The host key as a certificate, up to the reply of the machine; null where it shows none. */
async function converse(stream: Duplex, intake: Intake): Promise<Buffer | null> {
  const first = await intake.payload();
  const theirs = first?.readUInt8(0) === messages.kexInit ? readKexInit(first) : null;
  if (!theirs) return null;
  const [exchangesThere, hostKeysThere, ...traffic] = theirs;
  const exchange = agreed(Object.keys(exchanges), exchangesThere);
  const algorithm = agreed(certificateAlgorithms, hostKeysThere);
  if (!exchange || !algorithm) return null;
  // No traffic will come, so all that it proposes for that is right.
  stream.write(packet(writeKexInit([[exchange], [algorithm], ...traffic])));
  const point = exchanges[exchange]?.() ?? Buffer.alloc(0);
  stream.write(packet(Buffer.concat([Buffer.from([messages.ecdhInit]), lengthed(point)])));
  const reply = await intake.payload();
  if (reply?.readUInt8(0) !== messages.ecdhReply) return null;
  const reader = new WireReader(reply.subarray(1));
  const hostKey = reader.lengthed();
  return reader.isShort ? null : hostKey;
}

type Asked = { address: Address; connectMs: number; reach: Reach };

async function fetchOnce({ address, connectMs, reach }: Asked): Promise<Buffer | null> {
  const progress = { connected: false, late: false };
  const stream = reach ? await reach() : connect(address.port, address.host);
  const timer = setTimeout(() => {
    progress.late = true;
    stream.destroy(new Error("late"));
  }, connectMs);
  // What breaks is told by whoever reads; later errors are of a connection that nobody needs.
  stream.on("error", () => undefined);
  try {
    if (!reach) await once(stream, "connect");
    progress.connected = true;
    const intake = new Intake(stream);
    stream.write("SSH-2.0-Pullpath\r\n");
    const greeting = await intake.greeting();
    if (greeting === undefined && !intake.isFull)
      throw new SshFault("unreachable", { ...addressParams(address), reason: "closed-early" });
    return /^SSH-(2\.0|1\.99)-/.test(greeting ?? "") ? await converse(stream, intake) : null;
  } catch (error) {
    const params = { ...addressParams(address), reason: progress.connected ? "no-answer" : "timeout" };
    if (progress.late) throw new SshFault("unreachable", params, error);
    throw toSshFault(error, { address, username: "", refusedKey: false, offered: null, ...progress });
  } finally {
    clearTimeout(timer);
    stream.destroy();
  }
}

/**
 * Asks a machine for its host key as a certificate and hangs up. What comes is public and may be anybody's: that the
 * machine has the key in it is proven by the connection that is made next.
 */
export const fetchHostCertificate = (asked: Asked): Promise<Buffer | null> =>
  withHandshake(asked.address, () => fetchOnce(asked));
