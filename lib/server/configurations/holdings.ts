import "server-only";
import type { GroupLink, RevisionHolding } from "@/lib/domain/configurations/views";
import { byName } from "@/lib/domain/named";
import { goodOutcomes } from "@/lib/domain/pushes/outcomes";
import { type Db, db } from "@/lib/server/db/client";

/** After a failed roll back nobody knows what is on the node; other failures leave the file that was there. */
const telling = [...goodOutcomes, "rollback-failed"];

/** Where the revisions of a configuration are, by revision id: wanted by groups, and on nodes as pushes told. */
export const listHoldings = async (configurationId: string): Promise<Map<string, RevisionHolding[]>> => {
  const groups = await db().group.findMany({
    where: { OR: [{ configurationId }, { wantedRevision: { configurationId } }] },
    select: { id: true, name: true, wantedRevisionId: true, _count: { select: { nodes: true } } },
  });
  const places = new Map<string, Map<string, RevisionHolding>>();
  const placeOf = (revisionId: string, group: GroupRow | null) => {
    const ofRevision = places.get(revisionId) ?? new Map<string, RevisionHolding>();
    places.set(revisionId, ofRevision);
    const place = ofRevision.get(group?.id ?? "") ?? newPlace(group);
    ofRevision.set(group?.id ?? "", place);
    return place;
  };
  for (const group of groups)
    if (group.wantedRevisionId) placeOf(group.wantedRevisionId, group).wanted = true;
  for (const { revisionId, group } of await listHolders(db(), configurationId)) {
    const place = placeOf(revisionId, group);
    place.holding += 1;
    if (group === null) place.total += 1;
  }
  return new Map([...places].map(([id, ofRevision]) => [id, [...ofRevision.values()].sort(byGroup)]));
};

type GroupRow = GroupLink & { _count: { nodes: number } };

const newPlace = (group: GroupRow | null): RevisionHolding => ({
  group: group && { id: group.id, name: group.name },
  wanted: false,
  holding: 0,
  total: group?._count.nodes ?? 0,
});

const byGroup = ({ group: one }: RevisionHolding, { group: other }: RevisionHolding) =>
  one && other ? byName(one, other) : Number(one === null) - Number(other === null);

/** For each node whose last good push brought this configuration, the revision it brought. */
const listHolders = async (source: Db, configurationId: string) => {
  const told = { outcome: { in: telling }, finishedAt: { not: null }, push: { dryRun: false } };
  const nodes = await source.node.findMany({
    where: { pushes: { some: { ...told, push: { configurationId, dryRun: false } } } },
    select: {
      group: { select: { id: true, name: true, _count: { select: { nodes: true } } } },
      pushes: {
        where: told,
        orderBy: { finishedAt: "desc" },
        take: 1,
        select: { outcome: true, push: { select: { revisionId: true, configurationId: true } } },
      },
    },
  });
  return nodes.flatMap(({ group, pushes: [last] }) =>
    last && last.outcome !== "rollback-failed" && last.push.configurationId === configurationId
      ? [{ group, revisionId: last.push.revisionId }]
      : [],
  );
};
