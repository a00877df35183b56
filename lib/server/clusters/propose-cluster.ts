import "server-only";
import { db, type Tx } from "@/lib/server/db/client";

/**
 * Puts a node into the cluster its server CA speaks for, made on first sight. The place is proposed, not confirmed:
 * until a person confirms it the node counts as of unknown cluster for restarts.
 */
export async function proposeCluster(tx: Tx, nodeId: string, serverCa: string | null): Promise<void> {
  const node = await tx.node.findUniqueOrThrow({ where: { id: nodeId }, include: { cluster: true } });
  if (serverCa === null || node.cluster?.serverCa === serverCa) return;
  const name = `cluster-${serverCa.slice(0, 12)}`;
  const cluster = await tx.cluster.upsert({
    where: { serverCa },
    update: {},
    create: { serverCa, name, nameKey: name },
  });
  await tx.node.update({ where: { id: nodeId }, data: { clusterId: cluster.id, clusterConfirmed: false } });
}

/** Whether a node stands in the cluster already that its server CA speaks for. */
export async function isClusterKnown(nodeId: string, serverCa: string | null): Promise<boolean> {
  if (serverCa === null) return true;
  return (await db().node.count({ where: { id: nodeId, cluster: { serverCa } } })) > 0;
}
