import "server-only";
import { byName } from "@/lib/domain/named";
import { isOneTimeOver } from "@/lib/domain/people/one-time-password";
import { type Role, roles } from "@/lib/domain/people/roles";
import type { PersonView } from "@/lib/domain/people/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { usernameOf } from "@/lib/server/auth/user-rows";
import { db } from "@/lib/server/db/client";

/** A role that this version does not know grants nothing, so it is shown as the least one. */
const toRole = (text: string): Role => roles.find((known) => known === text) ?? "viewer";

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
      role: toRole(row.role),
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
