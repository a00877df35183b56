import "server-only";
import type { Asked } from "@/lib/domain/registry-test/asked";
import type { TestFault } from "@/lib/domain/registry-test/result";
import { fail, type Result } from "@/lib/domain/result";
import { openSocket, type Resolve } from "./connect";
import { type Answer, exchange, type Sent } from "./exchange";
import { secure, type TlsChoice, withoutTrust } from "./secure";
import { within } from "./within";
import type { World } from "./world";

export type Asking = { resolve: Resolve; tls: TlsChoice; world: World; signal: AbortSignal };

/** One request on a connection of its own, verified the same way as the first one. */
export async function ask(
  { resolve, tls, world, signal }: Asking,
  sent: Sent,
  readsBody: boolean,
): Promise<Result<Answer, TestFault>> {
  const { asked } = sent;
  const addresses = await resolve(asked.host, signal);
  if (!addresses.ok) return addresses;
  const place = { host: asked.host, port: asked.port, addresses: addresses.value, dial: world.dial };
  const opened = await within(signal, world.phaseMs, (phase) => openSocket(place, phase));
  if (!opened.ok) return opened;
  let socket = opened.value.socket;
  if (asked.secure) {
    const peer = { socket, host: asked.host };
    const secured = await within(signal, world.phaseMs, (phase) => secure(peer, tls, phase));
    if (!secured.ok) return fail(secured.error.fault);
    socket = secured.value.socket;
  }
  return within(signal, world.phaseMs, (phase) => exchange({ socket, readsBody }, sent, phase));
}

/** Whether the port answers in the other of both languages: what a wrong scheme of the endpoint looks like. */
export async function speaksOther(asking: Asking, asked: Asked): Promise<boolean> {
  const other = { ...asked, secure: !asked.secure, path: "/" };
  const tls = { ...withoutTrust, skipVerify: true };
  const answer = await ask({ ...asking, tls }, { asked: other }, false);
  // A server that wants a client certificate has spoken TLS as well.
  return answer.ok || (other.secure && answer.error.code === "client-certificate-needed");
}
