import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

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
