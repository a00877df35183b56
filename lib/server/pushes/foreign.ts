import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { goodOutcomes } from "@/lib/domain/pushes/outcomes";
import type { ReviewedNode, StartPush } from "@/lib/domain/pushes/review";
import { db } from "@/lib/server/db/client";
import { fileDigest, fileDigestOf } from "@/lib/server/nodes/look-at-node";
import type { NodeEnd } from "./node-record";
import { readParams } from "./views";
import type { Wanted } from "./wanted";

/** Under which word the evidence of a node keeps the digest of the file that Pullpath left there. */
const kept = "file";

/** Evidence of the file a node holds after a push ended well, so that a later review knows it again. */
export function withFile(end: NodeEnd, { file }: Wanted): NodeEnd {
  if (!goodOutcomes.includes(end.outcome)) return end;
  return { ...end, evidence: { ...end.evidence, [kept]: fileDigestOf(file.sha256) } };
}

/** What Pullpath last left on a node; null where it never did. */
async function findLastFile(nodeId: string): Promise<{ digest: string; at: string | null } | null> {
  const row = await db().pushNode.findFirst({
    where: { nodeId, outcome: { in: [...goodOutcomes] } },
    orderBy: { finishedAt: "desc" },
    select: { evidence: true, finishedAt: true },
  });
  const digest = readParams(row?.evidence ?? null)[kept];
  return row && digest !== undefined ? { digest, at: row.finishedAt?.toISOString() ?? null } : null;
}

/** Whether the file of a node is somebody else's. One that is the wanted one already takes no harm. */
export async function findForeign(
  nodeId: string,
  facts: NodeFacts,
  wanted: Wanted,
): Promise<ReviewedNode["foreign"]> {
  const present = fileDigest(facts);
  if (present === null || present === fileDigestOf(wanted.file.sha256)) return null;
  const last = await findLastFile(nodeId);
  if (last?.digest === present) return null;
  const { modifiedAt } = facts.registries;
  return {
    writtenAt: last?.at ?? null,
    changedAt: modifiedAt === null ? null : new Date(modifiedAt).toISOString(),
  };
}

/** Refuses a start that would replace somebody else's file where nobody agreed to it. */
export async function refuseForeign(
  nodes: StartPush["nodes"],
  names: ReadonlyMap<string, string>,
  wanted: Wanted,
): Promise<void> {
  const harmless = ["absent", fileDigestOf(wanted.file.sha256)];
  const found: string[] = [];
  for (const { nodeId, reviewed, overwrite } of nodes) {
    if (overwrite === true || harmless.includes(reviewed)) continue;
    const last = await findLastFile(nodeId);
    if (last?.digest !== reviewed) found.push(names.get(nodeId) ?? nodeId);
  }
  if (found.length > 0)
    throw new AppError("invalid", "overwriteNotAccepted", {
      params: { count: found.length, names: found.slice(0, 5).join(", ") },
    });
}
