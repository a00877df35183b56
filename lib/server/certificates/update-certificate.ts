import "server-only";
import type { CertificateView, UpdateCertificate } from "@/lib/domain/certificates/schema";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { liveCertificateUses, usersOf } from "@/lib/server/credentials/used-by";
import { db, type Tx } from "@/lib/server/db/client";
import { insertVersion } from "./insert-version";
import { type CheckedCertificate, checkCertificate } from "./inspect-certificate";
import { getCertificate } from "./queries";
import { openKeyWithSecret } from "./sealed-key";

type Input = UpdateCertificate & { id: string };

/** Renames, and adds a version when a certificate is given. Nodes that hold the version before become out of date. */
export const updateCertificate = async (input: Input, actor: Actor): Promise<CertificateView> => {
  authorize(actor, "credentials:write");
  return db().$transaction(async (tx) => {
    const before = await getCertificate(input.id, tx);
    const name = input.name ?? before.name;
    const target = { type: "certificate", id: input.id, name };
    if (name !== before.name) {
      await tx.certificate.update({ where: { id: input.id }, data: { name } });
      await recordAudit(tx, actor, {
        action: "certificate.renamed",
        target,
        detail: { before: before.name },
      });
    }
    const checked = await newVersion(tx, input, before);
    if (checked) {
      const number = before.version + 1;
      if (!checked.key) await refuseMissingKey(tx, input.id);
      const { fingerprint } = await insertVersion(tx, actor, { certificateId: input.id, number, checked });
      await tx.certificate.update({ where: { id: input.id }, data: { updatedAt: new Date() } });
      const detail = { version: number, fingerprint, hasKey: checked.key !== null };
      await recordAudit(tx, actor, { action: "certificate.replaced", target, detail });
    }
    return getCertificate(input.id, tx);
  });
};

const newVersion = async (
  tx: Tx,
  input: Input,
  before: CertificateView,
): Promise<CheckedCertificate | null> => {
  const { certificate, key, keyPassphrase } = input;
  if (certificate === undefined) {
    if (key === undefined) return null;
    throw new AppError("invalid", "certificateRefused", {
      issues: [{ path: ["certificate"], code: "required" }],
    });
  }
  const kept = key === undefined && input.keepKey ? await keptKeyWithSecret(tx, before) : key;
  return checkCertificate({
    certificate,
    ...(kept === undefined ? {} : { key: kept }),
    ...(keyPassphrase === undefined ? {} : { keyPassphrase }),
  });
};

const keptKeyWithSecret = async (tx: Tx, before: CertificateView) => {
  const { id, sealedKey } = await tx.certificateVersion.findFirstOrThrow({
    where: { certificateId: before.id, number: before.version },
    select: { id: true, sealedKey: true },
  });
  return sealedKey ? openKeyWithSecret({ id, sealedKey }) : undefined;
};

const refuseMissingKey = async (tx: Tx, id: string) => {
  const uses = (await liveCertificateUses(tx)).get(id) ?? [];
  const broken = uses.filter((use) => use.field === "key_file");
  if (broken.length === 0) return;
  const configurations = usersOf(broken).map((user) => user.name);
  throw new AppError("conflict", "certificateKeyInUse", {
    params: { configurations: configurations.join(", ") },
  });
};
