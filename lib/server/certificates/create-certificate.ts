import "server-only";
import type { CertificateView, CreateCertificate } from "@/lib/domain/certificates/schema";
import { freeSlug, slugFrom } from "@/lib/domain/credentials/slug";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { insertVersion } from "./insert-version";
import { checkCertificate } from "./inspect-certificate";
import { getCertificate } from "./queries";

export const createCertificate = async (input: CreateCertificate, actor: Actor): Promise<CertificateView> => {
  authorize(actor, "credentials:write");
  const checked = checkCertificate(input);
  return db().$transaction(async (tx) => {
    const slug = input.slug ?? (await findFreeSlug(tx, slugFrom(input.name, "certificate")));
    if (await tx.certificate.findUnique({ where: { slug }, select: { id: true } })) {
      throw new AppError("conflict", "slugTaken", {
        params: { slug },
        issues: [{ path: ["slug"], code: "taken" }],
      });
    }
    const data = { slug, name: input.name };
    const { id } = await tx.certificate.create({ data, select: { id: true } });
    const { fingerprint } = await insertVersion(tx, actor, { certificateId: id, number: 1, checked });
    await recordAudit(tx, actor, {
      action: "certificate.created",
      target: { type: "certificate", id, name: input.name },
      detail: { slug, fingerprint, hasKey: checked.key !== null },
    });
    return getCertificate(id, tx);
  });
};

const findFreeSlug = async (tx: Tx, wanted: string) => {
  const rows = await tx.certificate.findMany({
    where: { slug: { startsWith: wanted.slice(0, 50) } },
    select: { slug: true },
  });
  const taken = new Set(rows.map((row) => row.slug));
  return freeSlug(wanted, (slug) => taken.has(slug));
};
