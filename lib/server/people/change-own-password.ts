import "server-only";
import { hashPassword } from "better-auth/crypto";
import { AppError } from "@/lib/domain/errors";
import { passwordWeakness } from "@/lib/domain/people/password";
import type { PasswordChange } from "@/lib/domain/people/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { verifyOwnPassword } from "@/lib/server/auth/login";
import { db } from "@/lib/server/db/client";
import { personTarget, requireLiveSession } from "./guards";
import { storePassword } from "./store-password";

/** Looked at here, too: only the server knows the names. */
async function refuseNamed(password: string, { userId }: Actor): Promise<void> {
  const { username, name } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  const code = [username, name].map((own) => passwordWeakness(password, own ?? "")).find(Boolean);
  if (code) throw new AppError("invalid", "invalidInput", { issues: [{ path: ["password"], code }] });
}

/** Replaces one's own password and ends one's other sessions: whoever knew the old one is out. */
export async function changeOwnPassword(
  { current, password }: PasswordChange,
  actor: Actor,
  head: Headers,
): Promise<void> {
  authorize(actor, "read");
  await refuseNamed(password, actor);
  await verifyOwnPassword(current, actor, head);
  const passwordHash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    const id = actor.userId;
    await requireLiveSession(tx, actor);
    await storePassword(tx, id, { passwordHash, mustChangePassword: false });
    await tx.session.deleteMany({ where: { userId: id, id: { not: actor.sessionId ?? "" } } });
    await recordAudit(tx, actor, {
      action: "people.password-changed",
      target: personTarget({ id, name: actor.name }),
    });
  });
}
