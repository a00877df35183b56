import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { getCertificate } from "./queries";

/**
 * Deletes private keys for good. The certificate itself, which is public, stays while an old revision or a push
 * names it, so that history can still be read.
 */
export const deleteCertificate = async (id: string, actor: Actor): Promise<void> => {
  authorize(actor, "credentials:write");
  await db().$transaction(async (tx) => {
    const certificate = await getCertificate(id, tx);
    if (certificate.usedBy.length > 0) {
      const configurations = certificate.usedBy.map((user) => user.name).join(", ");
      throw new AppError("conflict", "certificateInUse", { params: { configurations } });
    }
    await refuseWhilePushed(tx, id);
    if (await isNamedByHistory(tx, id)) {
      await tx.certificateVersion.updateMany({ where: { certificateId: id }, data: { sealedKey: null } });
      await tx.certificate.update({ where: { id }, data: { archivedAt: new Date() } });
    } else {
      await tx.certificate.delete({ where: { id } });
    }
    const target = { type: "certificate", id, name: certificate.name };
    const detail = { slug: certificate.slug, fingerprint: certificate.fingerprint };
    await recordAudit(tx, actor, { action: "certificate.deleted", target, detail });
  });
};

const refuseWhilePushed = async (tx: Tx, id: string) => {
  const running = await tx.pushSecret.findFirst({
    where: { certificateVersion: { certificateId: id }, push: { status: { in: ["queued", "running"] } } },
    select: { push: { select: { number: true } } },
  });
  if (running) throw new AppError("conflict", "secretInPush", { params: { number: running.push.number } });
};

const isNamedByHistory = async (tx: Tx, id: string) => {
  const value = await tx.tlsValue.findFirst({ where: { certificateId: id }, select: { file: true } });
  const frozen = await tx.pushSecret.findFirst({
    where: { certificateVersion: { certificateId: id } },
    select: { id: true },
  });
  return value !== null || frozen !== null;
};
