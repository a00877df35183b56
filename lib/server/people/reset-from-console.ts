import "server-only";
import { fail, ok, type Result } from "@/lib/domain/result";
import { ourselves, recordAudit } from "@/lib/server/audit";
import { storePassword, usernameOf } from "@/lib/server/auth/user-rows";
import { db } from "@/lib/server/db/client";
import { openVault } from "@/lib/server/secrets/vault";
import { endSessions, personTarget, revokeTokens } from "./guards";
import { makeOneTimePassword } from "./one-time-password";

/**
 * For whoever may read the data folder, when no administrator can sign in: a password for one of them, to be changed at
 * the next login. For any other name it answers with the user names of those for whom it goes.
 */
export async function resetFromConsole(username: string): Promise<Result<string, string[]>> {
  // Without the master key it goes, too, but then its event has no digest.
  await openVault();
  const { oneTimePassword, passwordHash } = await makeOneTimePassword();
  return db().$transaction(async (tx) => {
    const admins = await tx.user.findMany({
      where: { role: "admin", disabledAt: null },
      orderBy: { username: "asc" },
    });
    const person = admins.find((admin) => admin.username === username.trim().toLowerCase());
    if (!person) return fail(admins.map(usernameOf));
    await storePassword(tx, person.id, { passwordHash, mustChangePassword: true });
    await endSessions(tx, person.id);
    await revokeTokens(tx, person.id);
    await recordAudit(tx, ourselves, {
      action: "people.password-reset",
      target: personTarget(person),
      detail: { from: "console" },
    });
    return ok(oneTimePassword);
  });
}
