import "server-only";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { requireLiveSession } from "@/lib/server/auth/sessions";
import { db } from "@/lib/server/db/client";
import { findPerson, personTarget, refuseLastAdmin, refuseOneself } from "./guards";

/** Deletes an account with its sessions and tokens. Records keep the name as text. */
export async function deletePerson(id: string, actor: Actor): Promise<void> {
  authorize(actor, "people:write");
  requireRecentPassword(actor);
  refuseOneself(id, actor);
  await db().$transaction(async (tx) => {
    await requireLiveSession(tx, actor);
    const person = await findPerson(tx, id);
    await refuseLastAdmin(tx, person);
    await tx.user.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "people.deleted",
      target: personTarget(person),
      detail: { username: person.displayUsername, role: person.role },
    });
  });
}
