import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { db, type Tx } from "@/lib/server/db/client";
import { type Actor, refuseToken } from "./actor";
import { auth } from "./better-auth";

export type SessionView = {
  id: string;
  current: boolean;
  address: string | null;
  userAgent: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
};

/** The sessions of who asks, newest first. Their tokens never leave the database. */
export async function listSessions(actor: Actor): Promise<SessionView[]> {
  refuseToken(actor);
  const rows = await db().session.findMany({
    where: { userId: actor.userId, expiresAt: { gt: new Date() } },
    omit: { token: true },
    orderBy: { createdAt: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    current: row.id === actor.sessionId,
    address: row.ipAddress || null,
    userAgent: row.userAgent || null,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.updatedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

/** A session that was ended meanwhile, such as by a reset, changes nothing any more. */
export async function requireLiveSession(tx: Tx, { sessionId, userId }: Actor): Promise<void> {
  const count = await tx.session.count({ where: { id: sessionId ?? "", userId } });
  if (count === 0) throw new AppError("unauthenticated", "loginNeeded");
}

/** Ends one of one's own sessions at once. */
export async function revokeSession(id: string, actor: Actor): Promise<void> {
  refuseToken(actor);
  await db().$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id, userId: actor.userId } });
    if (count === 0) throw new AppError("not-found", "sessionNotFound");
    await recordAudit(tx, actor, {
      action: "session.revoked",
      target: { type: "session", id, name: actor.name },
    });
  });
}

/** Ends the session of this request and returns the cookies that make the browser forget it. */
export async function logout(actor: Actor, head: Headers): Promise<string[]> {
  refuseToken(actor);
  await recordAudit(db(), actor, { action: "session.ended" });
  const { headers } = await auth().api.signOut({ headers: head, returnHeaders: true });
  return headers.getSetCookie();
}
