import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

/** Deletes an archived configuration for good. One that was pushed stays, as the record of its pushes names it. */
export const deleteConfiguration = (id: string, actor: Actor): Promise<void> => {
  authorize(actor, "definitions:write");
  return db().$transaction(async (tx) => {
    const configuration = await tx.configuration.findUnique({
      where: { id },
      select: { name: true, archivedAt: true, _count: { select: { pushes: true, groups: true } } },
    });
    if (!configuration) throw new AppError("not-found", "configurationNotFound");
    if (!configuration.archivedAt || configuration._count.groups > 0) {
      throw new AppError("conflict", "configurationNotArchived");
    }
    if (configuration._count.pushes > 0) throw new AppError("conflict", "configurationPushed");
    await tx.configuration.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "configuration.deleted",
      target: { type: "configuration", id, name: configuration.name },
    });
  });
};
