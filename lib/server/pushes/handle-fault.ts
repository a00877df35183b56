import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { HandleFault } from "@/lib/domain/pushes/continue";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { insertEvents } from "@/lib/server/db/bulk";
import { db } from "@/lib/server/db/client";

/**
 * Keeps that a person took care of a node whose roll back failed, and how. Nothing is done to the node, and its outcome
 * stays what it was; said once, it stays with who said it.
 */
export async function handleFault(id: string, { node, reason }: HandleFault, actor: Actor): Promise<void> {
  authorize(actor, "pushes:write");
  await db().$transaction(async (tx) => {
    const row = await tx.pushNode.findFirst({
      where: { id: node, pushId: id },
      include: { push: { select: { number: true } } },
    });
    if (!row) throw new AppError("not-found", "pushNotFound");
    if (row.outcome !== "rollback-failed") throw new AppError("conflict", "nothingToHandle");
    const { count } = await tx.pushNode.updateMany({
      where: { id: node, handledAt: null },
      data: { handledAt: new Date(), handledByName: actor.name, handledReason: reason },
    });
    if (count === 0) throw new AppError("conflict", "alreadyHandled");
    await recordAudit(tx, actor, {
      action: "push.fault-handled",
      target: { type: "push", id, name: String(row.push.number) },
      detail: { node: row.nodeName, reason },
    });
    const params = JSON.stringify({ by: actor.name, reason });
    const line = { pushId: id, pushNodeId: node, at: new Date(), phase: null, code: "handled", params };
    await insertEvents(tx, [line]);
  });
}
