import "server-only";
import type { Db, Tx } from "@/lib/server/db/client";

export type LiveRevision = { id: string; configurationId: string; name: string };

/** The revisions that matter now: the newest of each configuration, and those that groups hold. */
export const listLiveRevisions = async (source: Db | Tx): Promise<LiveRevision[]> => {
  const newest = await source.revision.groupBy({ by: ["configurationId"], _max: { number: true } });
  const numbers = new Map(newest.map((row) => [row.configurationId, row._max.number]));
  const rows = await source.revision.findMany({
    where: {
      OR: [
        { number: { in: [...new Set(numbers.values())].filter((n) => n !== null) } },
        { wantedBy: { some: {} } },
      ],
    },
    select: {
      id: true,
      number: true,
      configurationId: true,
      configuration: { select: { name: true } },
      _count: { select: { wantedBy: true } },
    },
  });
  return rows
    .filter((row) => row.number === numbers.get(row.configurationId) || row._count.wantedBy > 0)
    .map(({ id, configurationId, configuration }) => ({ id, configurationId, name: configuration.name }));
};
