import "server-only";
import { AppError } from "@/lib/domain/errors";
import { holds } from "@/lib/domain/people/roles";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, refuseToken } from "@/lib/server/auth/actor";
import { requireLiveSession } from "@/lib/server/auth/sessions";
import { db } from "@/lib/server/db/client";

/**
 * Ends a token at once and for good: one's own, and as an administrator that of anybody. It asks for no password, since
 * one that got lost must be ended quickly.
 */
export async function revokeToken(id: string, actor: Actor): Promise<void> {
  refuseToken(actor);
  authorize(actor, "read");
  await db().$transaction(async (tx) => {
    await requireLiveSession(tx, actor);
    const row = await tx.apiToken.findUnique({
      where: { id },
      include: { user: { select: { name: true } } },
    });
    const own = row?.userId === actor.userId;
    if (!row || !(own || holds(actor, "people:write"))) throw new AppError("not-found", "tokenNotFound");
    if (row.revokedAt) return;
    await tx.apiToken.update({ where: { id }, data: { revokedAt: new Date() } });
    await recordAudit(tx, actor, {
      action: "token.revoked",
      target: { type: "api-token", id, name: row.name },
      ...(!own && { detail: { owner: row.user.name } }),
    });
  });
}
