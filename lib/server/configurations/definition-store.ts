import "server-only";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Db, Tx } from "@/lib/server/db/client";
import { fromRows } from "./definition-from-rows";
import { type RowContext, toRows } from "./definition-to-rows";

/** Writes the rows of a revision that exists already. A few statements per table, however many rows there are. */
export const insertDefinition = async (tx: Tx, definition: Definition, context: RowContext) => {
  const rows = toRows(definition, context);
  await tx.mirror.createMany({ data: rows.mirrors });
  await tx.endpoint.createMany({ data: rows.endpoints });
  await tx.rewrite.createMany({ data: rows.rewrites });
  await tx.registryHost.createMany({ data: rows.registryHosts });
  await tx.authValue.createMany({ data: rows.authValues });
  await tx.tlsValue.createMany({ data: rows.tlsValues });
  await tx.extra.createMany({ data: rows.extras });
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
