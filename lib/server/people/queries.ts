import "server-only";
import { byName } from "@/lib/domain/named";
import { isOneTimeOver } from "@/lib/domain/people/one-time-password";
import { readRole } from "@/lib/domain/people/roles";
import type { PersonView } from "@/lib/domain/people/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { usernameOf } from "@/lib/server/auth/user-rows";
import { db } from "@/lib/server/db/client";

export async function listPeople(actor: Actor): Promise<PersonView[]> {
  authorize(actor, "people:write");
  const now = new Date();
  const rows = await db().user.findMany({
    include: { accounts: { where: { providerId: "credential" }, select: { updatedAt: true } } },
  });
  return rows
    .map((row) => ({
      id: row.id,
      username: usernameOf(row),
      name: row.name,
      // One that is not known grants nothing, so the least one is shown.
      role: readRole(row.role) ?? "viewer",
      disabled: row.disabledAt !== null,
      mustChangePassword: row.mustChangePassword,
      oneTimePasswordOver:
        row.mustChangePassword && row.accounts.some(({ updatedAt }) => isOneTimeOver(updatedAt, now)),
      createdAt: row.createdAt.toISOString(),
      lastLoginAt: row.lastLoginAt?.toISOString() ?? null,
      own: row.id === actor.userId,
    }))
    .sort(byName);
}
