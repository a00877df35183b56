import "server-only";
import { db } from "@/lib/server/db/client";
import { lookAtNode } from "@/lib/server/nodes/look-at-node";

/** A cluster keeps its quorum while one of three or more voters restarts, if every other is up. */
const smallestWithQuorum = 3;

/**
 * The first other server of the cluster that is not known to be healthy now, or null when this one may restart.
 * Clusters of one or two servers have no quorum to keep: a person consented to their outage before the push began.
 */
export async function findUnhealthyServer(nodeId: string, clusterId: string): Promise<string | null> {
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
