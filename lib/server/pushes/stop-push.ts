import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { wakeRunner } from "@/lib/server/jobs/wake";
import { appendEvent } from "./events";

/** Asks a push to stop: nodes at work finish, the others are left alone. */
export async function stopPush(id: string, actor: Actor): Promise<void> {
  authorize(actor, "pushes:write");
  await db().$transaction(async (tx) => {
    const push = await tx.push.findUnique({ where: { id } });
    if (!push) throw new AppError("not-found", "pushNotFound");
    if (push.finishedAt) throw new AppError("conflict", "pushEnded", { params: { number: push.number } });
    if (push.stopRequestedAt) return;
    await tx.push.update({ where: { id }, data: { stopRequestedAt: new Date() } });
    await recordAudit(tx, actor, {
      action: "push.stopped",
      target: { type: "push", id, name: String(push.number) },
    });
  });
  await appendEvent({ pushId: id, code: "stop-requested", params: { by: actor.name } });
  wakeRunner();
}
