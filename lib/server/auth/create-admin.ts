import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { AppError } from "@/lib/domain/errors";
import type { Setup } from "@/lib/domain/people/schema";
import { recordAudit } from "@/lib/server/audit";
import { db } from "@/lib/server/db/client";
import type { Visitor } from "./login";
import { isSetUp } from "./setup-state";
import { consumeSetupToken, isSetupToken, removeTokenFile } from "./setup-token";
import { insertUser } from "./user-rows";

/** Makes the first administrator. Of any number of requests at once, one succeeds; later ones find it done. */
export async function createAdmin({ token, username, password }: Setup, visitor: Visitor): Promise<void> {
  if (await isSetUp()) throw new AppError("conflict", "setupDone");
  if (!(await isSetupToken(token))) throw new AppError("forbidden", "setupTokenWrong");
  const passwordHash = await hashPassword(password);
  const id = randomUUID();
  await db().$transaction(async (tx) => {
    if ((await tx.user.count()) > 0) throw new AppError("conflict", "setupDone");
    if (!(await consumeSetupToken(tx, token))) throw new AppError("forbidden", "setupTokenWrong");
    const names = { id, username, name: username };
    await insertUser(tx, { ...names, role: "admin", passwordHash, mustChangePassword: false });
    const { address, requestId } = visitor;
    const target = { type: "user", id, name: username };
    await recordAudit(
      tx,
      { userId: id, name: username, address, requestId },
      { action: "setup.done", target },
    );
  });
  removeTokenFile();
}
