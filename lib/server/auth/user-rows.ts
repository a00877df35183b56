import "server-only";
import { randomUUID } from "node:crypto";
import { isOneTimeOver } from "@/lib/domain/people/one-time-password";
import type { Role } from "@/lib/domain/people/roles";
import type { Db, Tx } from "@/lib/server/db/client";

type NewUser = {
  id: string;
  username: string;
  name: string;
  role: Role;
  passwordHash: string;
  mustChangePassword: boolean;
};

/** The rows better-auth reads at a login by name and password. E-mail is optional here and mandatory there. */
export async function insertUser(tx: Tx, user: NewUser): Promise<void> {
  const { id, username, name, role, passwordHash, mustChangePassword } = user;
  await tx.user.create({
    data: {
      id,
      name,
      username: username.toLowerCase(),
      displayUsername: username,
      email: `${id}@users.pullpath.invalid`,
      role,
      mustChangePassword,
      accounts: {
        create: { id: randomUUID(), accountId: id, providerId: "credential", password: passwordHash },
      },
    },
  });
}

/** Puts a new password in place of the old one. */
export async function storePassword(
  tx: Tx,
  userId: string,
  { passwordHash, mustChangePassword }: Pick<NewUser, "passwordHash" | "mustChangePassword">,
): Promise<void> {
  await tx.account.updateMany({
    where: { userId, providerId: "credential" },
    data: { password: passwordHash },
  });
  await tx.user.update({ where: { id: userId }, data: { mustChangePassword } });
}

/** Since when the password is what it is, and whether it is one of ours whose time is over. */
export async function readPasswordAge(
  source: Db | Tx,
  userId: string,
  now: Date,
): Promise<{ storedAt: Date; isOver: boolean }> {
  const { updatedAt: storedAt, user } = await source.account.findFirstOrThrow({
    where: { userId, providerId: "credential" },
    include: { user: true },
  });
  return { storedAt, isOver: user.mustChangePassword && isOneTimeOver(storedAt, now) };
}

/** The name to log in with, as its owner writes it. */
export const usernameOf = (row: { username: string | null; displayUsername: string | null }): string =>
  row.displayUsername ?? row.username ?? "";
