import "server-only";
import { references } from "@/lib/domain/configurations/references";
import { AppError } from "@/lib/domain/errors";
import { render } from "@/lib/domain/registries/render";
import type { Definition } from "@/lib/domain/registries/schema";
import { type DeliveredFile, deliveredFilesWithSecrets } from "@/lib/server/certificates/delivered-files";
import { openVersionsWithSecrets } from "@/lib/server/credentials/open-versions";
import { type Db, db, type Tx } from "@/lib/server/db/client";

/** The version of a credential or of a certificate that one push uses from its start to its last retry. */
export type FrozenVersion = {
  slug: string;
  credentialVersionId: string | null;
  certificateVersionId: string | null;
};

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
  const none = { credentialVersionId: null, certificateVersionId: null };
  return [
    ...credentials.map((row) => ({ ...none, slug: row.slug, credentialVersionId: newestOf(row) })),
    ...certificates.map((row) => ({ ...none, slug: row.slug, certificateVersionId: newestOf(row) })),
  ];
};

type Row = { slug: string; archivedAt: Date | null; versions: { id: string }[] };

const newestOf = ({ slug, archivedAt, versions: [version] }: Row) => {
  if (archivedAt || !version) throw deleted(slug);
  return version.id;
};

const deleted = (name: string) => new AppError("conflict", "credentialDeleted", { params: { name } });

/**
 * The file as a node receives it, and the TLS files it names, all of them secret. Lives in memory only. A field or
 * file that the frozen version does not hold is refused: a placeholder must never reach a node.
 */
export const renderWithSecrets = async (
  definition: Definition,
  frozen: readonly FrozenVersion[],
  source: Db | Tx = db(),
): Promise<{ text: string; files: DeliveredFile[] }> => {
  const credentials = await openVersionsWithSecrets(idsOf(frozen, "credentialVersionId"), source);
  const { paths, files } = await deliveredFilesWithSecrets(
    references(definition).certificates,
    idsOf(frozen, "certificateVersionId"),
    source,
  );
  const text = render(definition, {
    certificatePath(slug, file) {
      const path = file === "key_file" ? paths.get(slug)?.key : paths.get(slug)?.crt;
      if (!path) throw deleted(slug);
      return path;
    },
    secret(slug, field) {
      const value = credentials.get(slug)?.get(field);
      if (value === undefined) throw deleted(slug);
      return value;
    },
  });
  return { text, files };
};

const idsOf = (frozen: readonly FrozenVersion[], key: "credentialVersionId" | "certificateVersionId") =>
  frozen.flatMap((version) => version[key] ?? []);
