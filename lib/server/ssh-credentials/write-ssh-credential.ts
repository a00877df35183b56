import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NewSshCredential } from "@/lib/domain/nodes/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { prepareLogin } from "./prepare-login";
import { credentialPlace, forgetLogin, sealLogin } from "./stored-login";

async function refuseTakenName(tx: Tx, name: string, id?: string): Promise<void> {
  const other = await tx.sshCredential.findUnique({ where: { nameKey: name.toLowerCase() } });
  if (!other || other.id === id) return;
  throw new AppError("conflict", "sshCredentialNameTaken", {
    params: { name },
    issues: [{ path: ["name"], code: "taken" }],
  });
}

/** Stores a login to nodes. The private half or the password never leaves the store except to log in. */
export async function createSshCredential(
  input: NewSshCredential,
  actor: Actor,
): Promise<{ id: string; name: string; publicKey: string | null }> {
  authorize(actor, "credentials:write");
  const { login, publicKey, fingerprint } = prepareLogin(input, input.name);
  return db().$transaction(async (tx) => {
    await refuseTakenName(tx, input.name);
    const id = crypto.randomUUID();
    await tx.sshCredential.create({
      data: {
        id,
        name: input.name,
        nameKey: input.name.toLowerCase(),
        kind: login.kind,
        username: input.username,
        publicKey,
        fingerprint,
        sealed: sealLogin(login, credentialPlace(id)),
        createdByName: actor.name,
      },
    });
    await recordAudit(tx, actor, {
      action: "ssh-credential.created",
      target: { type: "ssh-credential", id, name: input.name },
      detail: { kind: input.kind },
    });
    return { id, name: input.name, publicKey };
  });
}

/** Gives a login another name; who logs in with it, and how, stays. */
export async function renameSshCredential(id: string, name: string, actor: Actor): Promise<{ name: string }> {
  authorize(actor, "credentials:write");
  return db().$transaction(async (tx) => {
    const before = await tx.sshCredential.findUnique({ where: { id } });
    if (!before) throw new AppError("not-found", "sshCredentialNotFound");
    await refuseTakenName(tx, name, id);
    await tx.sshCredential.update({ where: { id }, data: { name, nameKey: name.toLowerCase() } });
    await recordAudit(tx, actor, {
      action: "ssh-credential.renamed",
      target: { type: "ssh-credential", id, name },
      detail: { before: before.name },
    });
    return { name };
  });
}

/** Forgets a login; refused while nodes use it, naming them. */
export async function deleteSshCredential(id: string, actor: Actor): Promise<void> {
  authorize(actor, "credentials:write");
  await db().$transaction(async (tx) => {
    const credential = await tx.sshCredential.findUnique({
      where: { id },
      include: { nodes: { select: { name: true }, orderBy: { name: "asc" } } },
    });
    if (!credential) throw new AppError("not-found", "sshCredentialNotFound");
    const users = credential.nodes.map(({ name }) => name);
    if (users.length > 0)
      throw new AppError("conflict", "sshCredentialInUse", {
        params: { count: users.length, names: users.slice(0, 5).join(", ") },
      });
    await tx.sshCredential.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "ssh-credential.deleted",
      target: { type: "ssh-credential", id, name: credential.name },
    });
  });
  forgetLogin(id);
}
