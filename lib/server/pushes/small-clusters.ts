import "server-only";
import { keepsApi } from "@/lib/domain/nodes/members";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { PushReview } from "@/lib/domain/pushes/review";
import { db } from "@/lib/server/db/client";
import { turns } from "@/lib/server/jobs/turns";

/**
 * Clusters of which the given nodes hold a server and that cannot lose one without an outage of their API. What the
 * cluster itself tells of its members counts, else how many servers are registered: one or two are too few. Unconfirmed
 * servers of which nothing is told count as one cluster of unknown size, so each is named.
 */
export async function smallClusters(nodes: NodeView[]): Promise<PushReview["outage"]> {
  const servers = nodes.filter(({ check }) => check?.facts?.role === "server");
  const outage: PushReview["outage"] = [];
  const turn = turns();
  for (const clusterId of new Set(servers.map(clusterOf))) {
    await turn();
    const registered = await countServers(clusterId);
    const isSmall = ({ check }: NodeView) => !keepsApi(check?.facts?.members, registered);
    const members = servers.filter((node) => clusterOf(node) === clusterId && isSmall(node));
    const [first] = members;
    if (first)
      outage.push({
        cluster: clusterId === null ? null : (first.cluster?.name ?? null),
        nodes: members.map(({ name }) => name),
      });
  }
  return outage;
}

const clusterOf = ({ cluster }: NodeView): string | null => (cluster?.confirmed ? cluster.id : null);

/** Servers that are registered and confirmed for a cluster; none where nobody knows which it is. */
export async function countServers(clusterId: string | null): Promise<number> {
  if (clusterId === null) return 0;
  return db().node.count({ where: { clusterId, clusterConfirmed: true, facts: { role: "server" } } });
}
