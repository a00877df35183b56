import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

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
