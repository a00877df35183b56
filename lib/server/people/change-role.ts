import "server-only";
import type { Role } from "@/lib/domain/people/roles";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { requireLiveSession } from "@/lib/server/auth/sessions";
import { db } from "@/lib/server/db/client";
import { endSessions, findPerson, personTarget, refuseLastAdmin, refuseOneself } from "./guards";

/** Gives somebody another role. Their sessions end, so that no page shows what the old one could do. */
export async function changeRole(id: string, role: Role, actor: Actor): Promise<void> {
  authorize(actor, "people:write");
  requireRecentPassword(actor);
  refuseOneself(id, actor);
  await db().$transaction(async (tx) => {
    await requireLiveSession(tx, actor);
    const person = await findPerson(tx, id);
    if (person.role === role) return;
    await refuseLastAdmin(tx, person);
    await tx.user.update({ where: { id }, data: { role } });
    await endSessions(tx, id);
    await recordAudit(tx, actor, {
      action: "people.role-changed",
      target: personTarget(person),
      detail: { from: person.role, to: role },
    });
  });
}
