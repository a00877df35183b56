import "server-only";
import { hashPassword } from "better-auth/crypto";
import { AppError } from "@/lib/domain/errors";
import { passwordWeakness } from "@/lib/domain/people/password";
import type { PasswordChange } from "@/lib/domain/people/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { beginSession, verifyOwnPassword } from "@/lib/server/auth/login";
import { requireLiveSession } from "@/lib/server/auth/sessions";
import { readPasswordAge, storePassword } from "@/lib/server/auth/user-rows";
import { db } from "@/lib/server/db/client";
import { endSessions, personTarget } from "./guards";

/** Looked at here, too: only the server knows the names. */
function refuseNamed(password: string, names: readonly string[]): void {
  const code = names.map((own) => passwordWeakness(password, own)).find(Boolean);
  if (code) throw new AppError("invalid", "invalidInput", { issues: [{ path: ["password"], code }] });
}

/**
 * Replaces one's own password and begins a new session, which the cookies answered are for. All others end: whoever signed
 * in by the old password is out, and whoever has a copy of this browser's cookie as well. Tokens stay, or automation broke.
 */
export async function changeOwnPassword(
  { current, password }: PasswordChange,
  actor: Actor,
  head: Headers,
): Promise<string[]> {
  authorize(actor, "read");
  const { username, name } = await db().user.findUniqueOrThrow({ where: { id: actor.userId } });
  refuseNamed(password, [username ?? "", name]);
  await verifyOwnPassword(current, actor, head);
  // A session that began in the last hour of a one-time password does not keep it alive.
  const { isOver } = await readPasswordAge(db(), actor.userId, new Date());
  if (isOver) throw new AppError("forbidden", "oneTimePasswordOver");
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const id = actor.userId;
    await requireLiveSession(tx, actor);
    await storePassword(tx, id, { passwordHash, mustChangePassword: false });
    await endSessions(tx, id);
    await recordAudit(tx, actor, {
      action: "people.password-changed",
      target: personTarget({ id, name: actor.name }),
    });
  });
  const { address, requestId } = actor;
  const begun = await beginSession({ username: username ?? "", password }, { head, address, requestId });
  // Somebody reset it in between: it is changed all the same, and the next page asks for a login.
  return begun.ok ? begun.value.cookies : [];
}
