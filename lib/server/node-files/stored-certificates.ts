import "server-only";
import { fingerprintOf } from "@/lib/server/certificates/fingerprint";
import { db } from "@/lib/server/db/client";

export type StoredCertificates = {
  /** Names in use, those of deleted certificates too. */
  slugs: ReadonlySet<string>;
  /** The stored certificate whose newest version delivers just these bytes. */
  find: (certificate: string, key: string | null) => string | null;
};

export async function loadStoredCertificates(): Promise<StoredCertificates> {
  const rows = await db().certificate.findMany({
    orderBy: { slug: "asc" },
    select: {
      slug: true,
      archivedAt: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { fingerprint: true, keyFingerprint: true },
      },
    },
  });
  const live = rows.filter(({ archivedAt }) => archivedAt === null);
  return {
    slugs: new Set(rows.map(({ slug }) => slug)),
    find: (certificate, key) => {
      const fingerprint = fingerprintOf(certificate);
      const keyFingerprint = key === null ? null : fingerprintOf(key);
      const same = live.find(
        ({ versions: [version] }) =>
          version?.fingerprint === fingerprint && version.keyFingerprint === keyFingerprint,
      );
      return same?.slug ?? null;
    },
  };
}
