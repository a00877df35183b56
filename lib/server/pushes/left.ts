import "server-only";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import type { TemplateDigests } from "@/lib/domain/pushes/held";
import { goodOutcomes } from "@/lib/domain/pushes/outcomes";
import { templateNames } from "@/lib/domain/registries/target";
import { db } from "@/lib/server/db/client";
import { readParams } from "./views";

/** Under which word the evidence of a node keeps the digest of the file that Pullpath left there; templates go by their names. */
export const keptFile = "file";

/** What Pullpath last left on a node, by keyed digests; null where it never did. */
export async function findLeft(
  nodeId: string,
): Promise<{ file: string; templates: TemplateDigests; at: string | null } | null> {
  const row = await db().pushNode.findFirst({
    where: { nodeId, outcome: { in: [...goodOutcomes] }, push: { dryRun: false } },
    orderBy: { finishedAt: "desc" },
    select: { evidence: true, finishedAt: true },
  });
  const evidence = readParams(row?.evidence ?? null);
  const file = evidence[keptFile];
  if (!row || file === undefined) return null;
  const templates = templateNames.flatMap((name): [TemplateName, string][] => {
    const digest = evidence[name];
    return digest === undefined ? [] : [[name, digest]];
  });
  return { file, templates: new Map(templates), at: row.finishedAt?.toISOString() ?? null };
}
