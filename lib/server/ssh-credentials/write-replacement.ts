import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NewSshReplacement } from "@/lib/domain/nodes/schema";
import type { SshReplacementView } from "@/lib/domain/nodes/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { prepareLogin } from "./prepare-login";
import { replacementPlace, sealLogin } from "./stored-login";
import { toReplacementView } from "./views";
import { getWaiting } from "./waiting-replacement";

/** The credential as it was seen, with nothing that waits already. */
async function getReplaceable(source: Db | Tx, id: string, updatedAt: string) {
  const credential = await source.sshCredential.findUnique({ where: { id }, include: { replacement: true } });
  if (!credential) throw new AppError("not-found", "sshCredentialNotFound");
  const { name, replacement } = credential;
  if (replacement)
    throw new AppError("conflict", "sshReplacementWaits", {
      params: { name, by: replacement.createdByName },
    });
  if (credential.updatedAt.getTime() !== Date.parse(updatedAt))
    throw new AppError("conflict", "sshCredentialChanged", { params: { name } });
  return credential;
}

/** Stores what is to replace a login. Nodes go on with what they have until it is used. */
export async function addSshReplacement(
  sshCredentialId: string,
  input: NewSshReplacement,
  actor: Actor,
): Promise<SshReplacementView> {
  authorize(actor, "credentials:write");
  const { name } = await getReplaceable(db(), sshCredentialId, input.updatedAt);
  const { login, publicKey, fingerprint } = prepareLogin(input, name);
  return db().$transaction(async (tx) => {
    await getReplaceable(tx, sshCredentialId, input.updatedAt);
    const id = crypto.randomUUID();
    const row = await tx.sshReplacement.create({
      data: {
        id,
        sshCredentialId,
        kind: login.kind,
        username: input.username,
        publicKey,
        fingerprint,
        sealed: sealLogin(login, replacementPlace(id)),
        createdByName: actor.name,
      },
    });
    await recordAudit(tx, actor, {
      action: "ssh-credential.replacement-added",
      target: { type: "ssh-credential", id: sshCredentialId, name },
      detail: { kind: input.kind, fingerprint },
    });
    return toReplacementView(row);
  });
}

/** Forgets what waits; the login stays what it is. */
export async function discardSshReplacement(id: string, actor: Actor): Promise<void> {
  authorize(actor, "credentials:write");
  await db().$transaction(async (tx) => {
    const { replacement, target } = await getWaiting(tx, id);
    await tx.sshReplacement.delete({ where: { id } });
    await recordAudit(tx, actor, {
      action: "ssh-credential.replacement-discarded",
      target,
      detail: { fingerprint: replacement.fingerprint },
    });
  });
}
