import "server-only";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Db, Tx } from "@/lib/server/db/client";
import { fromRows } from "./definition-from-rows";
import { type RowContext, toRows } from "./definition-to-rows";

/** Writes the rows of a revision that exists already. */
export const insertDefinition = async (tx: Tx, definition: Definition, context: RowContext) => {
  const rows = toRows(definition, context);
  await inBatches(rows.mirrors, (data) => tx.mirror.createMany({ data }));
  await inBatches(rows.endpoints, (data) => tx.endpoint.createMany({ data }));
  await inBatches(rows.rewrites, (data) => tx.rewrite.createMany({ data }));
  await inBatches(rows.registryHosts, (data) => tx.registryHost.createMany({ data }));
  await inBatches(rows.authValues, (data) => tx.authValue.createMany({ data }));
  await inBatches(rows.tlsValues, (data) => tx.tlsValue.createMany({ data }));
  await inBatches(rows.extras, (data) => tx.extra.createMany({ data }));
};

// Prisma's own time for one createMany grows faster than its rows.
const batchRows = 500;

const inBatches = async <Row>(rows: Row[], insert: (batch: Row[]) => Promise<unknown>) => {
  for (let start = 0; start < rows.length; start += batchRows) {
    await insert(rows.slice(start, start + batchRows));
  }
};

const slug = { select: { slug: true } } as const;
const byPosition = { position: "asc" } as const;

/** Reads each table once for the whole revision instead of once per entry. */
export const loadDefinition = async (source: Db | Tx, revisionId: string): Promise<Definition> => {
  const ofMirror = { where: { mirror: { revisionId } }, orderBy: byPosition };
  const ofHost = { where: { registryHost: { revisionId } } };
  return fromRows({
    revision: await source.revision.findUniqueOrThrow({ where: { id: revisionId } }),
    mirrors: await source.mirror.findMany({ where: { revisionId }, orderBy: byPosition }),
    endpoints: await source.endpoint.findMany(ofMirror),
    rewrites: await source.rewrite.findMany(ofMirror),
    registryHosts: await source.registryHost.findMany({ where: { revisionId }, orderBy: byPosition }),
    authValues: await source.authValue.findMany({ ...ofHost, include: { credential: slug } }),
    tlsValues: await source.tlsValue.findMany({ ...ofHost, include: { certificate: slug } }),
    extras: await source.extra.findMany({
      where: { revisionId },
      orderBy: byPosition,
      include: { credential: slug },
    }),
  });
};
