import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { readHeld } from "@/lib/domain/pushes/held";
import { goodOutcomes } from "@/lib/domain/pushes/outcomes";
import type { ReviewedNode, StartPush } from "@/lib/domain/pushes/review";
import type { TemplateStep } from "@/lib/domain/pushes/template-plan";
import { turns } from "@/lib/server/jobs/turns";
import { fileDigest, fileDigestOf } from "@/lib/server/nodes/look-at-node";
import type { NodeRun } from "./attempt";
import { findLeft, keptFile } from "./left";
import type { NodeEnd } from "./node-record";
import { wantedTemplates } from "./node-templates";
import type { Wanted } from "./wanted";

/** Evidence of what a node holds after a push ended well, so that a later one knows it again. A dry run left nothing. */
export function withFiles(end: NodeEnd, { wanted, options }: Pick<NodeRun, "wanted" | "options">): NodeEnd {
  if (options.dryRun || !goodOutcomes.includes(end.outcome)) return end;
  const files = {
    [keptFile]: fileDigestOf(wanted.file.sha256),
    ...Object.fromEntries(wantedTemplates(wanted)),
  };
  return { ...end, evidence: { ...end.evidence, ...files } };
}

/** Whether the push replaces what is somebody else's. A file that is the wanted one already takes no harm. */
export async function findForeign(
  nodeId: string,
  facts: NodeFacts,
  { wanted, steps }: { wanted: Wanted; steps: readonly TemplateStep[] },
): Promise<ReviewedNode["foreign"]> {
  const present = fileDigest(facts);
  const left = await findLeft(nodeId);
  const isRight = present === null || present === fileDigestOf(wanted.file.sha256);
  const file = !isRight && left?.file !== present;
  const templates = steps.flatMap(({ name, foreign }) => (foreign ? [name] : []));
  if (!file && templates.length === 0) return null;
  const { modifiedAt } = facts.registries;
  return {
    writtenAt: left?.at ?? null,
    changedAt: file && modifiedAt !== null ? new Date(modifiedAt).toISOString() : null,
    file,
    templates,
  };
}

/** Refuses a start that would replace what is somebody else's where nobody agreed to it. */
export async function refuseForeign(
  nodes: StartPush["nodes"],
  names: ReadonlyMap<string, string>,
  { wanted, plans }: { wanted: Wanted; plans: ReadonlyMap<string, readonly TemplateStep[]> },
): Promise<void> {
  const harmless = ["absent", fileDigestOf(wanted.file.sha256)];
  const found: string[] = [];
  const turn = turns();
  for (const { nodeId, reviewed, overwrite } of nodes) {
    await turn();
    if (overwrite === true) continue;
    const { file } = readHeld(reviewed);
    const isForeign = !harmless.includes(file) && (await findLeft(nodeId))?.file !== file;
    if (isForeign || plans.get(nodeId)?.some(({ foreign }) => foreign))
      found.push(names.get(nodeId) ?? nodeId);
  }
  if (found.length > 0)
    throw new AppError("invalid", "overwriteNotAccepted", {
      params: { count: found.length, names: found.slice(0, 5).join(", ") },
    });
}
