import "server-only";
import { type CertificatePaths, renderContextOf } from "@/lib/domain/certificates/paths";
import type { RenderContext } from "@/lib/domain/registries/render";
import { type Db, db, type Tx } from "@/lib/server/db/client";
import { deliveredPaths } from "./delivered-paths";

/** Where the newest versions of these certificates stand on a node, by slug. */
const loadCertificatePaths = async (
  slugs: readonly string[],
  source: Db | Tx = db(),
): Promise<Map<string, CertificatePaths>> => {
  const rows = await source.certificate.findMany({
    where: { slug: { in: [...new Set(slugs)] } },
    select: {
      slug: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { fingerprint: true, keyFingerprint: true },
      },
    },
  });
  return new Map(
    rows.flatMap(({ slug, versions: [version] }) =>
      version ? [[slug, deliveredPaths(version)] as const] : [],
    ),
  );
};

/** What preview and download render with: the paths a push would use now, and placeholders for secrets. */
export const certificateContext = async (
  slugs: readonly string[],
  source: Db | Tx = db(),
): Promise<RenderContext> => renderContextOf(await loadCertificatePaths(slugs, source));
