import "server-only";
import type { Tx } from "@/lib/server/db/client";

type Stored = { passwordHash: string; mustChangePassword: boolean };

/** Puts a new password in place of the old one. */
export async function storePassword(tx: Tx, userId: string, stored: Stored): Promise<void> {
  const { passwordHash, mustChangePassword } = stored;
  await tx.account.updateMany({
    where: { userId, providerId: "credential" },
    data: { password: passwordHash },
  });
  await tx.user.update({ where: { id: userId }, data: { mustChangePassword } });
}
