import "server-only";
import type { KnownCertificate } from "@/lib/domain/certificates/findings";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { chainOrder } from "./chain-order";
import { describeChain, publicKeyDigest, readStored } from "./describe-chain";

/** What the newest versions of these certificates say of themselves, by slug; of all that are stored where none are named. */
export const loadKnown = async (slugs?: readonly string[]): Promise<[string, KnownCertificate][]> => {
  const rows = await db().certificate.findMany({
    where: slugs ? { slug: { in: [...new Set(slugs)] } } : { archivedAt: null },
    select: { slug: true, versions: { orderBy: { number: "desc" }, take: 1, select: { pem: true } } },
  });
  return rows.flatMap(({ slug, versions: [version] }) => {
    const known = version ? describeKnown(version.pem) : null;
    return known ? [[slug, known]] : [];
  });
};

/** The public half alone: no key is read for it. */
function describeKnown(pem: string): KnownCertificate | null {
  const certificates = readStored(pem);
  const [first] = certificates;
  if (!first) return null;
  const links = describeChain(certificates).map(
    ({ subject, hosts, notBefore, notAfter, isCa, isSelfSigned }) => ({
      subject,
      hosts,
      notBefore,
      notAfter,
      isCa,
      isSelfSigned,
    }),
  );
  return { links, publicKey: publicKeyDigest(first), order: chainOrder(certificates, null).order };
}

/** The same for whoever may read; the editor judges with it where certificates are used. */
export const listKnownCertificates = async (actor: Actor): Promise<Map<string, KnownCertificate>> => {
  authorize(actor, "read");
  return new Map(await loadKnown());
};
