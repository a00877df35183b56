import "server-only";
import type { OneTimePassword } from "@/lib/domain/people/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { requireLiveSession } from "@/lib/server/auth/sessions";
import { storePassword, usernameOf } from "@/lib/server/auth/user-rows";
import { db } from "@/lib/server/db/client";
import { endSessions, findPerson, personTarget, refuseOneself, revokeTokens } from "./guards";
import { makeOneTimePassword } from "./one-time-password";

/** Gives somebody a password of ours, told this once; it must be changed at the next login. Sessions and tokens end. */
export async function resetPassword(id: string, actor: Actor): Promise<OneTimePassword> {
  authorize(actor, "people:write");
  requireRecentPassword(actor);
  refuseOneself(id, actor);
  const { oneTimePassword, passwordHash } = await makeOneTimePassword();
  const username = await db().$transaction(async (tx) => {
    await requireLiveSession(tx, actor);
    const person = await findPerson(tx, id);
    await storePassword(tx, id, { passwordHash, mustChangePassword: true });
    await endSessions(tx, id);
    await revokeTokens(tx, id);
    await recordAudit(tx, actor, { action: "people.password-reset", target: personTarget(person) });
    return usernameOf(person);
  });
  return { id, username, oneTimePassword };
}
