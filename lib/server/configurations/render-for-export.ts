import "server-only";
import { references } from "@/lib/domain/configurations/references";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { certificateContext } from "@/lib/server/certificates/certificate-context";
import { type DeliveredFile, deliveredFilesWithSecrets } from "@/lib/server/certificates/delivered-files";
import { db } from "@/lib/server/db/client";

/** The file with placeholders, and the certificates it names; private keys stay in the store. */
export const renderForExport = async (
  definition: Definition,
): Promise<{ text: string; files: DeliveredFile[] }> => {
  const { certificates } = references(definition);
  const slugs = [...new Set(certificates.map(({ slug }) => slug))];
  const rows = await db().certificate.findMany({
    where: { slug: { in: slugs }, archivedAt: null },
    select: { slug: true, versions: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
  });
  const kept = new Set(rows.map(({ slug }) => slug));
  const { files } = await deliveredFilesWithSecrets(
    certificates.filter(({ slug, file }) => file !== "key_file" && kept.has(slug)),
    rows.flatMap(({ versions }) => versions.map(({ id }) => id)),
    db(),
  );
  return { text: render(definition, await certificateContext(slugs)), files };
};
