import "server-only";
import { references } from "@/lib/domain/configurations/references";
import type { Versions } from "@/lib/domain/registries/compare/versions";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Db, Tx } from "@/lib/server/db/client";

/** Which versions the credentials and certificates of a definition had at a time. Rotation makes no revision. */
export const versionsAt = async (source: Db | Tx, definition: Definition, time: Date): Promise<Versions> => {
  const found = references(definition);
  const until = { createdAt: { lte: time } };
  const credentials = await inBatches(slugsOf(found.credentials), (slugs) =>
    source.credentialVersion.findMany({
      where: { ...until, credential: { slug: { in: slugs } } },
      select: { number: true, credential: { select: { slug: true } } },
      orderBy: { number: "asc" },
    }),
  );
  const certificates = await inBatches(slugsOf(found.certificates), (slugs) =>
    source.certificateVersion.findMany({
      where: { ...until, certificate: { slug: { in: slugs } } },
      select: { number: true, certificate: { select: { slug: true } } },
      orderBy: { number: "asc" },
    }),
  );
  // In the order of their numbers, so the newest of each slug is the one that stays.
  return {
    credentials: new Map(credentials.map(({ number, credential }) => [credential.slug, number])),
    certificates: new Map(certificates.map(({ number, certificate }) => [certificate.slug, number])),
  };
};

const slugsOf = (named: readonly { slug: string }[]) => [...new Set(named.map(({ slug }) => slug))];

// More names than one statement can carry are asked for in several.
const inBatches = async <Row>(slugs: string[], load: (batch: string[]) => Promise<Row[]>): Promise<Row[]> => {
  const rows: Row[] = [];
  for (let start = 0; start < slugs.length; start += 500) {
    rows.push(...(await load(slugs.slice(start, start + 500))));
  }
  return rows;
};
