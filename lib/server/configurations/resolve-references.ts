import "server-only";
import { duplicateNames, references } from "@/lib/domain/configurations/references";
import { AppError, type FieldIssue } from "@/lib/domain/errors";
import type { Definition } from "@/lib/domain/registries/schema";
import { fieldNamesSchema } from "@/lib/server/credentials/sealed-fields";
import type { Tx } from "@/lib/server/db/client";

export type ResolvedReferences = {
  credentialIds: ReadonlyMap<string, string>;
  certificateIds: ReadonlyMap<string, string>;
};

/** Looks up what a definition names, and refuses each name that nothing would answer to at its place. */
export const resolveReferences = async (tx: Tx, definition: Definition): Promise<ResolvedReferences> => {
  const found = references(definition);
  const credentials = await loadCredentials(tx, [...new Set(found.credentials.map(({ slug }) => slug))]);
  const certificates = await loadCertificates(tx, [...new Set(found.certificates.map(({ slug }) => slug))]);
  const issues: FieldIssue[] = [
    ...duplicateNames(definition).map((path) => ({ path, code: "duplicate-name" })),
    ...found.misplaced.map((path) => ({ path, code: "unknown-credential" })),
    ...found.credentials
      .filter(({ slug, field }) => !credentials.get(slug)?.fields.has(field))
      .map(({ path, slug, field }) => ({ path, code: "unknown-credential", params: { slug, field } })),
    ...found.certificates
      .filter(({ slug, file }) => !hasFile(certificates.get(slug), file))
      .map(({ path, slug, file }) => ({ path, code: "unknown-certificate", params: { slug, file } })),
  ];
  if (issues.length > 0) {
    const placed = issues.map((issue) => ({ ...issue, path: ["definition", ...issue.path] }));
    throw new AppError("invalid", "definitionRefused", { issues: placed });
  }
  return {
    credentialIds: new Map([...credentials].map(([slug, { id }]) => [slug, id])),
    certificateIds: new Map([...certificates].map(([slug, { id }]) => [slug, id])),
  };
};

const hasFile = (certificate: { hasKey: boolean } | undefined, file: string) =>
  certificate !== undefined && (file !== "key_file" || certificate.hasKey);

// More names than one statement can carry are asked for in several.
const inBatches = async <Row>(slugs: string[], load: (batch: string[]) => Promise<Row[]>): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let start = 0; start < slugs.length; start += 500) {
    rows.push(...(await load(slugs.slice(start, start + 500))));
  }
  return rows;
};

const newest = { orderBy: { number: "desc" }, take: 1 } as const;

const loadCredentials = async (tx: Tx, slugs: string[]) => {
  const rows = await inBatches(slugs, (batch) =>
    tx.credential.findMany({
      where: { slug: { in: batch }, archivedAt: null },
      select: { id: true, slug: true, versions: { ...newest, select: { fields: true } } },
    }),
  );
  const fieldsOf = (text: string | undefined) => new Set(fieldNamesSchema.parse(JSON.parse(text ?? "[]")));
  return new Map(rows.map(({ id, slug, versions }) => [slug, { id, fields: fieldsOf(versions[0]?.fields) }]));
};

const loadCertificates = async (tx: Tx, slugs: string[]) => {
  const rows = await inBatches(slugs, (batch) =>
    tx.certificate.findMany({
      where: { slug: { in: batch }, archivedAt: null },
      select: { id: true, slug: true, versions: { ...newest, select: { keyFingerprint: true } } },
    }),
  );
  return new Map(
    rows.map(({ id, slug, versions }) => [slug, { id, hasKey: Boolean(versions[0]?.keyFingerprint) }]),
  );
};
