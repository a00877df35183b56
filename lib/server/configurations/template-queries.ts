import "server-only";
import type { TemplatesOfRevision } from "@/lib/domain/configurations/views";
import type { TemplateHolder } from "@/lib/domain/containerd-template/places";
import { byName } from "@/lib/domain/named";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { templateNames } from "@/lib/domain/registries/target";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { getRevision } from "./queries";
import { loadTemplates } from "./template-store";

/** The containerd templates of the revision of that number, or of the newest. */
export const getTemplates = async (
  actor: Actor,
  configurationId: string,
  number?: number,
): Promise<TemplatesOfRevision> => {
  authorize(actor, "read");
  const revision = await getRevision(db(), configurationId, number);
  const templates = await loadTemplates(db(), revision.id);
  return { number: revision.number, authorName: revision.authorName, templates };
};

/** The nodes that get the templates of a configuration, with what the last look at each told of its release. */
export const listTemplateHolders = async (
  actor: Actor,
  configurationId: string,
): Promise<TemplateHolder[]> => {
  authorize(actor, "read");
  const rows = await db().node.findMany({ where: { group: { configurationId } }, include: { facts: true } });
  return rows.map(({ id, name, facts }) => ({ id, name, ...toPlace(facts) })).sort(byName);
};

type FactsRow = {
  version: string | null;
  installedVersion: string | null;
  dataDir: string | null;
  facts: string | null;
};

/** The release that starts next reads the templates. */
const toPlace = (row: FactsRow | null) => {
  const told: NodeFacts | null = row?.facts ? JSON.parse(row.facts) : null;
  const paths = told?.userTemplates ?? [];
  return {
    version: row?.installedVersion ?? row?.version ?? null,
    dataDir: row?.dataDir ?? null,
    templates: templateNames.filter((name) => paths.some((path) => path.endsWith(`/${name}`))),
  };
};
