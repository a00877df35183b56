import "server-only";
import type { StoredUse } from "@/lib/domain/credentials/stored";
import { byName } from "@/lib/domain/named";
import { listLiveRevisions } from "@/lib/server/configurations/live-revisions";
import { db } from "@/lib/server/db/client";
import type { StoredThing } from "./stored-thing";

type Place = { revisionId: string; section: string; host: string; field: string };

/** Every place of a revision that matters now and takes something from it: by configuration, newest revision first. */
export const listStoredUses = async (thing: StoredThing): Promise<StoredUse[]> => {
  const live = (await listLiveRevisions(db())).map(({ id }) => id);
  const places =
    thing.kind === "credential" ? await authPlaces(thing.id, live) : await tlsPlaces(thing.id, live);
  const revisions = await describeRevisions([...new Set(places.map(({ revisionId }) => revisionId))]);
  const uses = new Map<string, StoredUse>();
  for (const { revisionId, section, host, field } of places) {
    const revision = revisions.get(revisionId);
    if (!revision || (section !== "configs" && section !== "auths")) continue;
    const key = JSON.stringify([revisionId, section, host]);
    const use = uses.get(key) ?? { ...revision, section, host, fields: [] };
    use.fields.push(field);
    uses.set(key, use);
  }
  return [...uses.values()].sort(
    (one, other) => byName(one.configuration, other.configuration) || other.revision - one.revision,
  );
};

const at = { select: { revisionId: true, section: true, host: true, position: true } } as const;
const inOrder = { registryHost: { position: "asc" } } as const;

const authPlaces = async (credentialId: string, live: string[]): Promise<Place[]> => {
  const values = await db().authValue.findMany({
    where: { credentialId, registryHost: { revisionId: { in: live } } },
    orderBy: [inOrder, { field: "asc" }],
    select: { field: true, registryHost: at },
  });
  const extras = await db().extra.findMany({
    where: { credentialId, revisionId: { in: live } },
    select: { key: true, registryHost: at },
  });
  return [
    ...values.map(({ field, registryHost }) => ({ ...registryHost, field })),
    ...extras.flatMap(({ key, registryHost }) => (registryHost ? [{ ...registryHost, field: key }] : [])),
  ];
};

const tlsPlaces = async (certificateId: string, live: string[]): Promise<Place[]> => {
  const values = await db().tlsValue.findMany({
    where: { certificateId, registryHost: { revisionId: { in: live } } },
    orderBy: [inOrder, { file: "asc" }],
    select: { file: true, registryHost: at },
  });
  return values.map(({ file, registryHost }) => ({ ...registryHost, field: file }));
};

type DescribedRevision = Pick<StoredUse, "configuration" | "revision" | "isNewest" | "groups">;

const describeRevisions = async (ids: string[]): Promise<Map<string, DescribedRevision>> => {
  const link = { select: { id: true, name: true } } as const;
  const rows = await db().revision.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      number: true,
      wantedBy: link,
      configuration: {
        select: {
          ...link.select,
          revisions: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
        },
      },
    },
  });
  return new Map(
    rows.map(({ id, number, wantedBy, configuration: { revisions, ...configuration } }) => [
      id,
      {
        configuration,
        revision: number,
        isNewest: revisions[0]?.number === number,
        groups: [...wantedBy].sort(byName),
      },
    ]),
  );
};
