import "server-only";
import { isIP } from "node:net";
import { AppError } from "@/lib/domain/errors";
import type { Named } from "@/lib/domain/named";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { NodeReach, ReachAnswer, ReachEndpoint } from "@/lib/domain/pushes/reach";
import type { TestFaultCode } from "@/lib/domain/registry-test/result";
import { resolveNamesOnNode } from "@/lib/server/node-program/reach";
import { getTargetWithSecrets } from "@/lib/server/nodes/target";
import { refusalOf } from "@/lib/server/registry-test/addresses";
import { openSocket } from "@/lib/server/registry-test/connect";
import { dialFrom } from "@/lib/server/registry-test/from-node";
import { proxyFor } from "@/lib/server/registry-test/proxy";
import { orAborted, within } from "@/lib/server/registry-test/within";
import { SshFault } from "@/lib/server/ssh/fault";
import { type SshSession, withSession } from "@/lib/server/ssh/session";

/** Of a name with many addresses these are tried, side by side: who has a second family may lack a way to the first. */
const mostAddresses = 3;

/** What may be asked, and how long one connection and the way to the node may take. */
export type Asking = { signal: AbortSignal; allowLoopback: boolean; tryMs: number; nodeMs: number };

const answerFor: Partial<Record<TestFaultCode, ReachAnswer>> = {
  refused: "refused",
  unreachable: "unreachable",
  timeout: "timeout",
  "forwarding-forbidden": "forwarding",
};

/** What tells most comes last: one address that refuses says more than another one that nobody answers at. */
const ranks: readonly ReachAnswer[] = [
  "forwarding",
  "failed",
  "timeout",
  "unreachable",
  "refused",
  "answers",
];

type Line = { session: SshSession; asking: Asking };

/** Opens a connection and closes it; nothing is sent. */
async function tryAddress(
  { session, asking }: Line,
  { asked: { host, port } }: ReachEndpoint,
  address: string,
): Promise<ReachAnswer> {
  const place = { host, port, addresses: [address], dial: dialFrom(session) };
  const opened = await within(asking.signal, asking.tryMs, (signal) => openSocket(place, signal));
  if (!opened.ok) return answerFor[opened.error.code] ?? "failed";
  opened.value.socket.destroy();
  return "answers";
}

async function tryEndpoint(
  line: Line,
  endpoint: ReachEndpoint,
  names: ReadonlyMap<string, string[]> | null,
): Promise<ReachAnswer> {
  const { host } = endpoint.asked;
  if (isIP(host) === 0 && names === null) return "resolver";
  const found = isIP(host) === 0 ? (names?.get(host) ?? []) : [host];
  if (found.length === 0) return "name";
  // The rule of registry tests, for every address: other services trust whoever comes from there.
  if (found.some((address) => refusalOf(address, line.asking.allowLoopback) !== null)) return "address";
  const tried = await Promise.all(
    found.slice(0, mostAddresses).map((address) => tryAddress(line, endpoint, address)),
  );
  return tried.sort((one, other) => ranks.indexOf(other) - ranks.indexOf(one))[0] ?? "failed";
}

const proxiesOf = (facts: NodeFacts | null) =>
  Object.fromEntries((facts?.proxies ?? []).map(({ name, value }) => [name, value]));

async function askAll(line: Line, endpoints: readonly ReachEndpoint[]): Promise<ReachAnswer[]> {
  const hosts = endpoints.map(({ asked }) => asked.host).filter((host) => isIP(host) === 0);
  const names = await resolveNamesOnNode(line.session, hosts);
  return Promise.all(endpoints.map((endpoint) => tryEndpoint(line, endpoint, names)));
}

/**
 * Which endpoints a node gets an answer from, each by a connection that the node makes and that is closed at once. What
 * its pulls reach through a proxy is not asked, since who is asked for a connection is then the proxy.
 */
export async function reachFrom(
  node: Named & { facts: NodeFacts | null },
  endpoints: readonly ReachEndpoint[],
  asking: Asking,
): Promise<NodeReach> {
  const { id, name, facts } = node;
  const environment = proxiesOf(facts);
  const direct = endpoints.filter(({ asked }) => proxyFor(asked, environment) === null);
  const told = (answers: (endpoint: ReachEndpoint) => ReachAnswer | undefined): NodeReach => ({
    node: { id, name },
    answers: endpoints.map((each) => (direct.includes(each) ? (answers(each) ?? "failed") : "proxy")),
  });
  if (direct.length === 0) return told(() => "proxy");
  if (asking.signal.aborted) return told(() => "time");
  try {
    const target = await getTargetWithSecrets(id);
    const timeouts = { connectMs: asking.nodeMs, commandMs: asking.nodeMs };
    const asked = withSession({ ...target, timeouts }, async (session) => {
      const stop = () => session.close();
      asking.signal.addEventListener("abort", stop, { once: true });
      try {
        asking.signal.throwIfAborted();
        return await askAll({ session, asking }, direct);
      } finally {
        asking.signal.removeEventListener("abort", stop);
      }
    });
    const answers = await orAborted(asking.signal, asked);
    return told((each) => answers[direct.indexOf(each)]);
  } catch (error) {
    if (asking.signal.aborted) return told(() => "time");
    // One that was deleted meanwhile, or has no login, is no reason to tell nothing of the others.
    if (!(error instanceof SshFault || error instanceof AppError)) throw error;
    return told(() => "connection");
  }
}
