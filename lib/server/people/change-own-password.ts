import "server-only";
import { hashPassword } from "better-auth/crypto";
import { AppError } from "@/lib/domain/errors";
import { isOneTimeOver } from "@/lib/domain/people/one-time-password";
import { passwordWeakness } from "@/lib/domain/people/password";
import type { PasswordChange } from "@/lib/domain/people/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { login, verifyOwnPassword } from "@/lib/server/auth/login";
import { storePassword } from "@/lib/server/auth/user-rows";
import { db } from "@/lib/server/db/client";
import { endSessions, personTarget, requireLiveSession } from "./guards";

/** Looked at here, too: only the server knows the names. */
function refuseNamed(password: string, names: readonly string[]): void {
  const code = names.map((own) => passwordWeakness(password, own)).find(Boolean);
  if (code) throw new AppError("invalid", "invalidInput", { issues: [{ path: ["password"], code }] });
}

/** A session that began in the last hour of a one-time password does not keep it alive. */
async function refuseOverOneTime({ userId, mustChangePassword }: Actor): Promise<void> {
  const where = { userId, providerId: "credential" };
  const { updatedAt: storedAt } = await db().account.findFirstOrThrow({ where });
  if (mustChangePassword && isOneTimeOver(storedAt, new Date()))
    throw new AppError("forbidden", "oneTimePasswordOver");
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
  await refuseOverOneTime(actor);
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
  return (await login({ username: username ?? "", password }, { head, address, requestId })).cookies;
}
