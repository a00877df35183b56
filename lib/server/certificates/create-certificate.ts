import "server-only";
import type { CertificateView, CreateCertificate } from "@/lib/domain/certificates/schema";
import { freeSlug, slugFrom } from "@/lib/domain/credentials/slug";
import { AppError } from "@/lib/domain/errors";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { insertCertificate } from "./insert-certificate";
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
    const id = await insertCertificate(tx, actor, { slug, name: input.name, checked });
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
