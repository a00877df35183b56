import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Named } from "@/lib/domain/named";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { db } from "@/lib/server/db/client";
import { readSurroundings, resolveOnNode } from "@/lib/server/node-program/reach";
import { getTargetWithSecrets } from "@/lib/server/nodes/target";
import { type SshSession, withSession } from "@/lib/server/ssh/session";
import { type Dial, quiet } from "./dial";
import { readableCertificates, type Vantage } from "./vantage";
import { orAborted } from "./within";
import { type World, worldWith } from "./world";

/** The way there and the rights to become root take longer than a name service of one's own. */
const patience = { phaseMs: 15_000, totalMs: 45_000 };
const timeouts = { connectMs: 10_000, commandMs: 15_000 };

/** Has a node open a connection; one that comes when nobody waits for it any more is closed at once. */
export const dialFrom =
  (session: SshSession): Dial =>
  async (address, port, signal) => {
    const opening = session.forward({ address, port });
    try {
      return quiet(await orAborted(signal, opening));
    } catch (error) {
      opening.then((late) => late.destroy()).catch(() => undefined);
      throw error;
    }
  };

/**
 * Names and connections are the node's; what is spoken over a connection is spoken here. A node that means harm could
 * still answer in the registry's place, so it is shown only logins that it has (`withLoginOfNode`).
 */
const worldOf = (session: SshSession, given: Partial<World>): World =>
  worldWith({
    ...patience,
    lookup: (host) => resolveOnNode(session, host),
    dial: dialFrom(session),
    ...given,
  });

/** The node, and where its service is as far as a look told. */
export async function findNode(id: string): Promise<Named & { facts: NodeFacts | null }> {
  const node = await db().node.findUnique({
    where: { id },
    select: { id: true, name: true, facts: { select: { facts: true } } },
  });
  if (!node) throw new AppError("not-found", "nodeNotFound");
  const text = node.facts?.facts ?? null;
  return { id, name: node.name, facts: text === null ? null : (JSON.parse(text) as NodeFacts) };
}

type Question = {
  node: Named & { facts: NodeFacts | null };
  paths: readonly string[];
  given: Partial<World>;
};

/** Connects to a node and lets `use` ask a registry from there. What fails of SSH itself is an `SshFault`. */
export async function withNode<T>(
  { node, paths, given }: Question,
  use: (vantage: Vantage) => Promise<T>,
): Promise<T> {
  const { id, name, facts } = node;
  const target = await getTargetWithSecrets(id);
  return withSession({ ...target, timeouts }, async (session) => {
    const world = worldOf(session, given);
    const stop = () => session.close();
    world.signal.addEventListener("abort", stop, { once: true });
    try {
      world.signal.throwIfAborted();
      const { files, roots, environment } = await readSurroundings(session, { location: facts, paths });
      const side = { node: { id, name }, files, roots: readableCertificates(roots), environment };
      return await use({ world, side });
    } finally {
      world.signal.removeEventListener("abort", stop);
    }
  });
}
