import "server-only";
import { can, holds, readRole } from "@/lib/domain/people/roles";
import { hasEnded, type TokenView, tokenStateOf } from "@/lib/domain/tokens/views";
import { type Actor, authorize, refuseToken } from "@/lib/server/auth/actor";
import { readScopes } from "@/lib/server/auth/token-actor";
import { db } from "@/lib/server/db/client";

export const day = 24 * 60 * 60 * 1000;

/** Tokens that ended are listed for a month, so that whoever wonders why a job stopped finds them. */
export const endOfMemory = (now: Date): Date => new Date(now.getTime() - 30 * day);

const find = (userId: string | undefined, now: Date) =>
  db().apiToken.findMany({
    where: {
      ...(userId !== undefined && { userId }),
      expiresAt: { gt: endOfMemory(now) },
      OR: [{ revokedAt: null }, { revokedAt: { gt: endOfMemory(now) } }],
    },
    omit: { hash: true },
    include: { user: { select: { name: true, role: true } } },
    orderBy: { createdAt: "desc" },
  });
type Row = Awaited<ReturnType<typeof find>>[number];

function toView(row: Row, actor: Actor, now: Date): TokenView {
  const role = readRole(row.user.role);
  const scopes = readScopes(row.scopes);
  return {
    id: row.id,
    name: row.name,
    scopes,
    withheld: scopes.filter((scope) => !role || !can(role, scope)),
    state: tokenStateOf(row, now),
    owner: row.user.name,
    own: row.userId === actor.userId,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

/** One's own tokens, and for administrators those of everybody: first those that still open something, of them one's own, and then the newest. */
export async function listTokens(actor: Actor): Promise<TokenView[]> {
  refuseToken(actor);
  authorize(actor, "read");
  const now = new Date();
  const rows = await find(holds(actor, "people:write") ? undefined : actor.userId, now);
  return rows
    .map((row) => toView(row, actor, now))
    .sort(
      (one, other) => Number(hasEnded(one)) - Number(hasEnded(other)) || Number(other.own) - Number(one.own),
    );
}
