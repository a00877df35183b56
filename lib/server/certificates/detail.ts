import "server-only";
import { chainWarnings } from "@/lib/domain/certificates/chain";
import type { CertificateDetail } from "@/lib/domain/certificates/detail";
import { AppError, invariant } from "@/lib/domain/errors";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { listHoldings } from "@/lib/server/credentials/holdings";
import { findLastUse } from "@/lib/server/credentials/last-use";
import { listStoredUses } from "@/lib/server/credentials/stored-uses";
import { db } from "@/lib/server/db/client";
import { chainOrder } from "./chain-order";
import { describeChain, publicKeyDigest, readStored } from "./describe-chain";
import { findingsAt } from "./placed-findings";
import { getCertificate } from "./queries";

const versions = {
  orderBy: { number: "desc" },
  select: {
    number: true,
    pem: true,
    subject: true,
    notAfter: true,
    keyFingerprint: true,
    createdAt: true,
    createdByName: true,
  },
} as const;

type Wanted = { id: string } | { slug: string };

/** A certificate with its chain, its versions, what is wrong with it, and which nodes hold it. No key is read. */
export const getCertificateDetail = async (wanted: Wanted, actor: Actor): Promise<CertificateDetail> => {
  authorize(actor, "read");
  const row = await db().certificate.findFirst({
    where: { ...wanted, archivedAt: null },
    select: { id: true, slug: true, createdAt: true, versions },
  });
  const [newest] = row?.versions ?? [];
  if (!row || !newest) throw new AppError("not-found", "certificateNotFound");
  const thing = { kind: "certificate" as const, id: row.id, slug: row.slug, createdAt: row.createdAt };
  const uses = await listStoredUses(thing);
  const now = new Date();
  return {
    ...(await getCertificate(row.id)),
    ...judge(newest, now),
    findings: await findingsAt(thing, uses, now),
    versions: row.versions.map(({ pem: _, keyFingerprint, notAfter, createdAt, ...version }) => ({
      ...version,
      hasKey: keyFingerprint !== null,
      notAfter: notAfter.toISOString(),
      createdAt: createdAt.toISOString(),
    })),
    usage: { uses, holdings: await listHoldings(thing), lastUse: await findLastUse(thing) },
  };
};

/** The order of a stored chain with a key was right when it came in; its key stays sealed. */
const judge = ({ pem, keyFingerprint }: { pem: string; keyFingerprint: string | null }, now: Date) => {
  const certificates = readStored(pem);
  const [first] = certificates;
  invariant(first, "a stored file holds a certificate");
  const links = describeChain(certificates);
  const { order, unrelated } = chainOrder(certificates, null);
  const chain = { links, order, unrelated, hasKey: keyFingerprint !== null };
  return { links, publicKey: publicKeyDigest(first), order, warnings: chainWarnings(chain, now) };
};
