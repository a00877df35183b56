import "server-only";
import { AppError } from "@/lib/domain/errors";
import { nameKeyOf } from "@/lib/domain/named";
import type { NewToken } from "@/lib/domain/tokens/schema";
import type { MadeToken } from "@/lib/domain/tokens/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { requireLiveSession } from "@/lib/server/auth/sessions";
import { hashToken, makeTokenText } from "@/lib/server/auth/token-text";
import { db, type Tx } from "@/lib/server/db/client";
import { day, endOfMemory } from "./queries";

/** Who needs more uses tokens where other accounts should be. */
const most = 50;

/** Records name a token by its name, so two that work must not share one. */
async function refuseTaken(tx: Tx, { userId, name }: { userId: string; name: string }, now: Date) {
  const live = await tx.apiToken.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } },
    select: { name: true },
  });
  if (live.some((token) => nameKeyOf(token.name) === nameKeyOf(name)))
    throw new AppError("conflict", "tokenNameTaken", { issues: [{ path: ["name"], code: "taken" }] });
  if (live.length >= most) throw new AppError("conflict", "tooManyTokens", { params: { most } });
}

/** Forgets those that are not listed any more. */
const dropOld = (tx: Tx, now: Date) =>
  tx.apiToken.deleteMany({
    where: { OR: [{ expiresAt: { lt: endOfMemory(now) } }, { revokedAt: { lt: endOfMemory(now) } }] },
  });

/** Looked at in the transaction: two requests may come with one password. */
async function useUpPassword(tx: Tx, { sessionId }: Actor): Promise<void> {
  const where = { id: sessionId ?? "", passwordCheckedAt: { not: null } };
  const { count } = await tx.session.updateMany({ where, data: { passwordCheckedAt: null } });
  if (count === 0) throw new AppError("forbidden", "passwordNeeded");
}

/** Makes a token for oneself, of rights that one has, which is told this once. */
export async function createToken(wanted: NewToken, actor: Actor): Promise<MadeToken> {
  authorize(actor, "read");
  requireRecentPassword(actor);
  for (const scope of wanted.scopes) authorize(actor, scope);
  const { userId } = actor;
  const { name, days } = wanted;
  const scopes = [...new Set(wanted.scopes)];
  const now = new Date();
  const expiresAt = new Date(now.getTime() + days * day);
  const token = makeTokenText();
  const id = await db().$transaction(async (tx) => {
    await requireLiveSession(tx, actor);
    await dropOld(tx, now);
    await refuseTaken(tx, { userId, name }, now);
    const made = await tx.apiToken.create({
      data: { name, hash: hashToken(token), scopes: scopes.join(" "), userId, expiresAt },
    });
    // A token lives longer than any session, so the password counts for one and not for five minutes of them.
    await useUpPassword(tx, actor);
    await recordAudit(tx, actor, {
      action: "token.created",
      target: { type: "api-token", id: made.id, name },
      detail: { scopes, expiresAt: expiresAt.toISOString() },
    });
    return made.id;
  });
  return { id, name, token, expiresAt: expiresAt.toISOString() };
}
