import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Actor } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";

export async function findPerson(tx: Tx, id: string) {
  const found = await tx.user.findUnique({ where: { id } });
  if (!found) throw new AppError("not-found", "personNotFound");
  return found;
}

/** Nobody takes power from themselves by mistake, or gives themselves more. */
export function refuseOneself(id: string, actor: Actor): void {
  if (id === actor.userId) throw new AppError("forbidden", "personIsYou");
}

/** Somebody who can make others must be left. Looked at in the transaction that writes: two may act at once. */
export async function refuseLastAdmin(tx: Tx, person: { id: string; role: string }): Promise<void> {
  if (person.role !== "admin") return;
  const others = await tx.user.count({ where: { role: "admin", disabledAt: null, id: { not: person.id } } });
  if (others === 0) throw new AppError("conflict", "lastAdministrator");
}

/** Ends all sessions of somebody at once. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId } });
}

/** Revokes all tokens of somebody for good: none of them comes back to life. */
export async function revokeTokens(tx: Tx, userId: string, now = new Date()): Promise<void> {
  await tx.apiToken.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
}

export const personTarget = ({ id, name }: { id: string; name: string }) => ({ type: "user", id, name });
