import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { ClusterView } from "@/lib/domain/nodes/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";

export async function listClusters(actor: Actor): Promise<ClusterView[]> {
  authorize(actor, "read");
  const rows = await db().cluster.findMany({
    include: { nodes: { select: { id: true, name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ id, name, serverCa, nodes }) => ({ id, name, serverCa, nodes }));
}

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

/** A person says the proposed cluster is right, or that the node is of no known one. */
export async function confirmCluster(nodeId: string, clusterId: string | null, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  await db().$transaction(async (tx) => {
    const node = await tx.node.findUnique({ where: { id: nodeId } });
    if (!node) throw new AppError("not-found", "nodeNotFound");
    if (clusterId !== null && !(await tx.cluster.findUnique({ where: { id: clusterId } })))
      throw new AppError("invalid", "clusterNotFound");
    await tx.node.update({
      where: { id: nodeId },
      data: { clusterId, clusterConfirmed: clusterId !== null },
    });
    await recordAudit(tx, actor, {
      action: "node.cluster-confirmed",
      target: { type: "node", id: nodeId, name: node.name },
      detail: { clusterId },
    });
  });
}

export async function renameCluster(id: string, name: string, actor: Actor): Promise<void> {
  authorize(actor, "nodes:write");
  await db().$transaction(async (tx) => {
    const cluster = await tx.cluster.findUnique({ where: { id } });
    if (!cluster) throw new AppError("not-found", "clusterNotFound");
    const taken = await tx.cluster.findUnique({ where: { nameKey: name.toLowerCase() } });
    if (taken && taken.id !== id)
      throw new AppError("conflict", "clusterNameTaken", {
        params: { name },
        issues: [{ path: ["name"], code: "taken" }],
      });
    await tx.cluster.update({ where: { id }, data: { name, nameKey: name.toLowerCase() } });
    await recordAudit(tx, actor, { action: "cluster.renamed", target: { type: "cluster", id, name } });
  });
}
