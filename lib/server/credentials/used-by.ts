import "server-only";
import type { UsedBy } from "@/lib/domain/credentials/schema";
import { byName } from "@/lib/domain/named";
import { type LiveRevision, listLiveRevisions } from "@/lib/server/configurations/live-revisions";
import type { Db, Tx } from "@/lib/server/db/client";

type Use = { thingId: string; revisionId: string; field: string };
export type LiveUse = UsedBy & { field: string };

/** For each credential the fields that live revisions take from it. */
export const liveCredentialUses = async (source: Db | Tx): Promise<Map<string, LiveUse[]>> => {
  const live = await listLiveRevisions(source);
  const ids = live.map((revision) => revision.id);
  const values = await source.authValue.findMany({
    where: { credentialId: { not: null }, registryHost: { revisionId: { in: ids } } },
    select: { credentialId: true, field: true, registryHost: { select: { revisionId: true } } },
  });
  const extras = await source.extra.findMany({
    where: { credentialId: { not: null }, revisionId: { in: ids } },
    select: { credentialId: true, key: true, revisionId: true },
  });
  return byThing(live, [
    ...values.map((row) => ({
      thingId: row.credentialId ?? "",
      revisionId: row.registryHost.revisionId,
      field: row.field,
    })),
    ...extras.map((row) => ({ thingId: row.credentialId ?? "", revisionId: row.revisionId, field: row.key })),
  ]);
};

/** For each certificate the files that live revisions take from it. */
export const liveCertificateUses = async (source: Db | Tx): Promise<Map<string, LiveUse[]>> => {
  const live = await listLiveRevisions(source);
  const values = await source.tlsValue.findMany({
    where: {
      certificateId: { not: null },
      registryHost: { revisionId: { in: live.map((revision) => revision.id) } },
    },
    select: { certificateId: true, file: true, registryHost: { select: { revisionId: true } } },
  });
  return byThing(
    live,
    values.map((row) => ({
      thingId: row.certificateId ?? "",
      revisionId: row.registryHost.revisionId,
      field: row.file,
    })),
  );
};

const byThing = (live: LiveRevision[], uses: Use[]) => {
  const revisions = new Map(live.map((revision) => [revision.id, revision]));
  const things = new Map<string, LiveUse[]>();
  for (const { thingId, revisionId, field } of uses) {
    const revision = revisions.get(revisionId);
    if (!revision) continue;
    const use = { configurationId: revision.configurationId, name: revision.name, field };
    const known = things.get(thingId);
    if (known) known.push(use);
    else things.set(thingId, [use]);
  }
  return things;
};

/** Each configuration once, by name. */
export const usersOf = (uses: LiveUse[] | undefined): UsedBy[] => {
  const users = new Map((uses ?? []).map((use) => [use.configurationId, use.name]));
  return [...users].map(([configurationId, name]) => ({ configurationId, name })).sort(byName);
};
