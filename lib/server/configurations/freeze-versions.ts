import "server-only";
import { references } from "@/lib/domain/configurations/references";
import { AppError } from "@/lib/domain/errors";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Db, Tx } from "@/lib/server/db/client";

/** The version of a credential or certificate that one push uses from its start to its last retry. */
export type FrozenVersion =
  | { slug: string; credentialVersionId: string; certificateVersionId?: never }
  | { slug: string; certificateVersionId: string; credentialVersionId?: never };

const newest = { orderBy: { number: "desc" }, take: 1, select: { id: true } } as const;

/** The newest version of everything a definition names. What was deleted since it was saved is refused by name. */
export const freezeVersions = async (definition: Definition, source: Db | Tx): Promise<FrozenVersion[]> => {
  const found = references(definition);
  const credentials = await source.credential.findMany({
    where: { slug: { in: [...new Set(found.credentials.map(({ slug }) => slug))] } },
    select: { slug: true, archivedAt: true, versions: newest },
  });
  const certificates = await source.certificate.findMany({
    where: { slug: { in: [...new Set(found.certificates.map(({ slug }) => slug))] } },
    select: { slug: true, archivedAt: true, versions: newest },
  });
  return [
    ...credentials.map((row) => ({ slug: row.slug, credentialVersionId: newestOf(row) })),
    ...certificates.map((row) => ({ slug: row.slug, certificateVersionId: newestOf(row) })),
  ];
};

type Row = { slug: string; archivedAt: Date | null; versions: { id: string }[] };

const newestOf = ({ slug, archivedAt, versions: [version] }: Row) => {
  if (archivedAt || !version) throw new AppError("conflict", "credentialDeleted", { params: { name: slug } });
  return version.id;
};
