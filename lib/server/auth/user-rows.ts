import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/people/roles";
import type { Tx } from "@/lib/server/db/client";

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
