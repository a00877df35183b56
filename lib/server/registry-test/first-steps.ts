import "server-only";
import type { X509Certificate } from "node:crypto";
import type { Duplex } from "node:stream";
import type { Asked } from "@/lib/domain/registry-test/asked";
import { fault, listNames, note, type TestFault } from "@/lib/domain/registry-test/result";
import { type Asking, speaksOther } from "./ask";
import { openSocket } from "./connect";
import { secure } from "./secure";
import { failed, passed, type Step, type Told, unneeded, warned } from "./steps";
import { within } from "./within";

export async function resolveHost({ resolve, signal }: Asking, { host }: Asked): Step<string[]> {
  const found = await resolve(host, signal);
  if (!found.ok) return { told: failed(found.error) };
  const given = found.value[0] === host;
  const { names, more } = listNames(found.value);
  const told = given ? unneeded(note("address-given")) : passed(note("resolved", { addresses: names, more }));
  return { told, value: found.value };
}

export async function reach({ world, signal }: Asking, asked: Asked, addresses: string[]): Step<Duplex> {
  const { host, port } = asked;
  const opened = await within(signal, world.phaseMs, (phase) =>
    openSocket({ host, port, addresses, dial: world.dial }, phase),
  );
  if (!opened.ok) return { told: failed(opened.error) };
  const { socket, address } = opened.value;
  return { told: passed(note("connected", { address, port })), value: socket };
}

const unverified = (doubt: TestFault | null): Told =>
  doubt === null ? passed(note("unverified")) : warned(doubt, note("unverified"));

type Line = { asked: Asked; socket: Duplex; seen: X509Certificate[] };

/** TLS, where it is spoken. Certificates go to `seen`, a refused one too: it is what has to be understood. */
export async function protect(asking: Asking, { asked, socket, seen }: Line): Step<Duplex> {
  if (!asked.secure) return { told: unneeded(note("plain")), value: socket };
  const { world, signal, tls } = asking;
  const { host, port } = asked;
  if (tls.fault) return { told: failed(tls.fault) };
  const secured = await within(signal, world.phaseMs, (phase) => secure({ socket, host }, tls, phase));
  if (!secured.ok) {
    const { fault: found, chain } = secured.error;
    seen.push(...chain);
    const perhapsPlain = found.code === "not-tls" || found.code === "reset";
    const plain = perhapsPlain && (await speaksOther(asking, asked));
    return { told: failed(plain ? fault("plain-http-on-https", { host, port }) : found) };
  }
  const { chain, doubt, socket: line } = secured.value;
  seen.push(...chain);
  const verified = passed(note("verified", { protocol: line.getProtocol() ?? "TLS" }));
  return { told: tls.skipVerify ? unverified(doubt) : verified, value: line };
}
