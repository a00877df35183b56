import "server-only";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { findUnhealthyMember } from "@/lib/domain/nodes/members";
import { db } from "@/lib/server/db/client";
import { lookAtNode } from "@/lib/server/nodes/look-at-node";

/** A cluster keeps its quorum while one of three or more voters restarts, if every other is up. */
const smallestWithQuorum = 3;

type Server = { nodeId: string; clusterId: string | null; facts: NodeFacts };

/**
 * The first other server of the cluster that is not known to be healthy now, or null when this one may restart. The
 * cluster knows servers that nobody registered, and which of them vote; those that are registered are looked at, too.
 */
export async function findUnhealthyServer({ nodeId, clusterId, facts }: Server): Promise<string | null> {
  const member = findUnhealthyMember(facts.members ?? [], facts.nodeName ?? "");
  if (member !== null || clusterId === null) return member;
  return findUnhealthyRegistered(nodeId, clusterId);
}

/** Clusters of one or two servers have no quorum to keep: a person consented to their outage before the push began. */
async function findUnhealthyRegistered(nodeId: string, clusterId: string): Promise<string | null> {
  const servers = await db().node.findMany({
    where: { clusterId, clusterConfirmed: true, facts: { role: "server" } },
    orderBy: { nameKey: "asc" },
  });
  if (servers.length < smallestWithQuorum) return null;
  for (const server of servers) {
    if (server.id === nodeId) continue;
    const look = await lookAtNode(server.id);
    if (!look.ok || look.facts.activeState !== "active" || look.facts.ready !== true) return server.name;
  }
  return null;
}
