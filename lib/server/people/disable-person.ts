import "server-only";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { requireLiveSession } from "@/lib/server/auth/sessions";
import { db } from "@/lib/server/db/client";
import {
  endSessions,
  findPerson,
  personTarget,
  refuseLastAdmin,
  refuseOneself,
  revokeTokens,
} from "./guards";

/**
 * Keeps somebody out at once, or lets them in again. Sessions end both ways, so that none comes back to life; tokens are
 * revoked for good.
 */
export async function setDisabled(id: string, disabled: boolean, actor: Actor): Promise<void> {
  authorize(actor, "people:write");
  // Keeping somebody out must be quick; letting in again gives power.
  if (!disabled) requireRecentPassword(actor);
  refuseOneself(id, actor);
  const now = new Date();
  await db().$transaction(async (tx) => {
    await requireLiveSession(tx, actor);
    const person = await findPerson(tx, id);
    if ((person.disabledAt !== null) === disabled) return;
    if (disabled) {
      await refuseLastAdmin(tx, person);
      await revokeTokens(tx, id, now);
    }
    await tx.user.update({ where: { id }, data: { disabledAt: disabled ? now : null } });
    await endSessions(tx, id);
    const action = disabled ? "people.disabled" : "people.enabled";
    await recordAudit(tx, actor, { action, target: personTarget(person) });
  });
}
