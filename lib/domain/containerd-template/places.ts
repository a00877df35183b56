import { byName, type Named } from "@/lib/domain/named";
import { toTarget } from "@/lib/domain/registries/target";
import { type TemplateFact, type TemplateName, type TemplateVerdict, templateFolder } from "./facts";
import type { ManagedTemplate } from "./managed";
import { fileIn, judgeFiles } from "./on-node";

/** What decides what a template does: the release that reads it, and where its data lies. Null where nobody looked yet. */
export type TemplatePlace = { version: string | null; dataDir: string | null };

/** A node that gets templates, and the names of those that lie there as far as is known. */
export type TemplateHolder = Named & TemplatePlace & { templates: TemplateName[] };

/** Nodes on which a template does the same. */
export type CountedPlace = TemplatePlace & { nodes: number };

export const keyOfPlace = ({ version, dataDir }: TemplatePlace): string => `${version} ${dataDir}`;

/** The newest release first, and nodes that nobody looked at last. */
const newestFirst = (one: CountedPlace, other: CountedPlace): number => {
  if (one.version === null || other.version === null)
    return Number(one.version === null) - Number(other.version === null);
  return byName({ name: other.version }, { name: one.version });
};

/** Each release and folder that nodes have, once. */
export function countPlaces(holders: readonly TemplatePlace[]): CountedPlace[] {
  const places = new Map<string, CountedPlace>();
  for (const { version, dataDir } of holders) {
    const known = places.get(keyOfPlace({ version, dataDir }));
    if (known) known.nodes += 1;
    else places.set(keyOfPlace({ version, dataDir }), { version, dataDir, nodes: 1 });
  }
  return [...places.values()].sort(newestFirst);
}

/** What is judged for where no node says anything: the newest release known. */
export const newestPlace = (): TemplatePlace => {
  const { version, dataDir } = toTarget();
  return { version: version.text, dataDir };
};

/** Verdicts with which the service does not come up. */
const stopping: readonly TemplateVerdict[] = ["stops", "unreadable"];

/** A template with which K3s or containerd does not start; no push brings it to a node. */
export const isStopping = ({ verdict }: Pick<TemplateFact, "verdict">): boolean => stopping.includes(verdict);

/** What each of the templates of a revision does on a node that has these and no others. */
export function judgeManaged(templates: readonly ManagedTemplate[], place: TemplatePlace): TemplateFact[] {
  const folder = templateFolder(place.dataDir ?? "");
  const files = templates.map((template) => fileIn(folder, template));
  return judgeFiles(files, place);
}
