import "server-only";
import type { CertificateLine, CertificateView } from "@/lib/domain/certificates/schema";
import { AppError, invariant } from "@/lib/domain/errors";
import { byName } from "@/lib/domain/named";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { lastPushed } from "@/lib/server/credentials/last-use";
import { type LiveUse, liveCertificateUses, usersOf } from "@/lib/server/credentials/used-by";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { describeCertificate } from "./describe-certificate";

const withNewestVersion = {
  id: true,
  slug: true,
  name: true,
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    select: { number: true, pem: true, keyFingerprint: true, createdAt: true, createdByName: true },
  },
} as const;

type Row = {
  id: string;
  slug: string;
  name: string;
  versions: {
    number: number;
    pem: string;
    keyFingerprint: string | null;
    createdAt: Date;
    createdByName: string;
  }[];
};

const toView = (row: Row, uses: LiveUse[] | undefined): CertificateView => {
  const [version] = row.versions;
  invariant(version, "a certificate has a version");
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    ...describeCertificate(version),
    version: version.number,
    updatedAt: version.createdAt.toISOString(),
    createdByName: version.createdByName,
    usedBy: usersOf(uses),
  };
};

/** Certificates that were not deleted, by name. No private key is read. */
export const listCertificates = async (actor: Actor): Promise<CertificateLine[]> => {
  authorize(actor, "read");
  const rows = await db().certificate.findMany({ where: { archivedAt: null }, select: withNewestVersion });
  const uses = await liveCertificateUses(db());
  const used = await lastPushed("certificate");
  return rows
    .map((row) => ({ ...toView(row, uses.get(row.id)), lastUsedAt: used.get(row.id) ?? null }))
    .sort(byName);
};

export const getCertificate = async (id: string, source: Db | Tx = db()): Promise<CertificateView> => {
  const row = await source.certificate.findFirst({
    where: { id, archivedAt: null },
    select: withNewestVersion,
  });
  if (!row) throw new AppError("not-found", "certificateNotFound");
  return toView(row, (await liveCertificateUses(source)).get(id));
};
