import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { getCredential } from "./queries";

/**
 * Deletes the values for good. The name stays behind while an old revision or a push names it, so that history
 * can still be read.
 */
export const deleteCredential = async (id: string, actor: Actor): Promise<void> => {
  authorize(actor, "credentials:write");
  await db().$transaction(async (tx) => {
    const credential = await getCredential(id, tx);
    if (credential.usedBy.length > 0) {
      const configurations = credential.usedBy.map((user) => user.name).join(", ");
      throw new AppError("conflict", "credentialInUse", { params: { configurations } });
    }
    await refuseWhilePushed(tx, id);
    if (await isNamedByHistory(tx, id)) {
      await tx.credentialVersion.updateMany({
        where: { credentialId: id },
        data: { sealed: new Uint8Array() },
      });
      await tx.credential.update({ where: { id }, data: { archivedAt: new Date() } });
    } else {
      await tx.credential.delete({ where: { id } });
    }
    const target = { type: "credential", id, name: credential.name };
    await recordAudit(tx, actor, { action: "credential.deleted", target, detail: { slug: credential.slug } });
  });
};

const refuseWhilePushed = async (tx: Tx, id: string) => {
  const running = await tx.pushSecret.findFirst({
    where: { credentialVersion: { credentialId: id }, push: { status: { in: ["queued", "running"] } } },
    select: { push: { select: { number: true } } },
  });
  if (running) throw new AppError("conflict", "secretInPush", { params: { number: running.push.number } });
};

const isNamedByHistory = async (tx: Tx, id: string) => {
  const one = { select: { id: true } } as const;
  const value = await tx.authValue.findFirst({ where: { credentialId: id }, select: { field: true } });
  const extra = await tx.extra.findFirst({ where: { credentialId: id }, ...one });
  const frozen = await tx.pushSecret.findFirst({
    where: { credentialVersion: { credentialId: id } },
    ...one,
  });
  return value !== null || extra !== null || frozen !== null;
};
