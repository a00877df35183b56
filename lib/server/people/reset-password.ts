import "server-only";
import { hashPassword } from "better-auth/crypto";
import type { OneTimePassword } from "@/lib/domain/people/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize, requireRecentPassword } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { endSessions, findPerson, personTarget, refuseOneself, requireLiveSession } from "./guards";
import { makeOneTimePassword } from "./one-time-password";
import { storePassword } from "./store-password";

/** Gives somebody a password of ours, told this once; it must be changed at the next login. Their sessions end. */
export async function resetPassword(id: string, actor: Actor): Promise<OneTimePassword> {
  authorize(actor, "people:write");
  requireRecentPassword(actor);
  refuseOneself(id, actor);
  const oneTimePassword = makeOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  const username = await db().$transaction(async (tx) => {
    await requireLiveSession(tx, actor);
    const person = await findPerson(tx, id);
    await storePassword(tx, id, { passwordHash, mustChangePassword: true });
    await endSessions(tx, id);
    await recordAudit(tx, actor, { action: "people.password-reset", target: personTarget(person) });
    return person.displayUsername ?? person.username ?? "";
  });
  return { id, username, oneTimePassword };
}
