import "server-only";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { PushReview } from "@/lib/domain/pushes/review";
import { db } from "@/lib/server/db/client";

/**
 * Clusters of which the given nodes hold a server and that have one or two servers in all: such a cluster cannot
 * lose one without an outage of its API. Unconfirmed servers count as one cluster of unknown size, so each is named.
 */
export async function smallClusters(nodes: NodeView[]): Promise<PushReview["outage"]> {
  const servers = nodes.filter(({ check }) => check?.facts?.role === "server");
  const outage: PushReview["outage"] = [];
  for (const clusterId of new Set(servers.map(({ cluster }) => (cluster?.confirmed ? cluster.id : null)))) {
    const members = servers.filter(({ cluster }) => (cluster?.confirmed ? cluster.id : null) === clusterId);
    const size = clusterId === null ? 0 : await countServers(clusterId);
    if (size <= 2)
      outage.push({
        cluster: clusterId === null ? null : (members[0]?.cluster?.name ?? null),
        nodes: members.map(({ name }) => name),
      });
  }
  return outage;
}

/** Servers that are registered and confirmed for a cluster. */
async function countServers(clusterId: string): Promise<number> {
  return db().node.count({ where: { clusterId, clusterConfirmed: true, facts: { role: "server" } } });
}
