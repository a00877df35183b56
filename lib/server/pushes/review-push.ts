import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { PushReview, ReviewedNode } from "@/lib/domain/pushes/review";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { freezeVersions } from "@/lib/server/configurations/render-with-secrets";
import { db } from "@/lib/server/db/client";
import { inParallel } from "@/lib/server/jobs/in-parallel";
import { listGroupNodes } from "@/lib/server/nodes/queries";
import { reviewNode } from "./review-node";
import { smallClusters } from "./small-clusters";
import { getWantedWithSecrets } from "./wanted";

const nodesAtOnce = 10;

/** The group with its configuration's newest revision; refuses in words where one of them is missing. */
export async function getPushable(groupId: string) {
  const group = await db().group.findUnique({ where: { id: groupId }, include: { configuration: true } });
  if (!group) throw new AppError("not-found", "groupNotFound");
  if (!group.configuration)
    throw new AppError("invalid", "groupWithoutConfiguration", { params: { name: group.name } });
  const revision = await db().revision.findFirst({
    where: { configurationId: group.configuration.id },
    orderBy: { number: "desc" },
  });
  if (!revision)
    throw new AppError("invalid", "configurationWithoutRevision", {
      params: { name: group.configuration.name },
    });
  return { group, configuration: group.configuration, revision };
}

/** Equal diffs become one, and each node points at its own. */
function shareDiffs(reviewed: { node: ReviewedNode; diff: NodeDiff | null }[]) {
  const diffs: NodeDiff[] = [];
  const index = new Map<string, number>();
  const nodes = reviewed.map(({ node, diff }) => {
    if (diff === null) return node;
    // What was cut off may differ between nodes whose files do.
    const key = JSON.stringify([diff, diff.cut > 0 ? node.reviewed : null]);
    const known = index.get(key) ?? diffs.push(diff) - 1;
    index.set(key, known);
    return { ...node, diff: known };
  });
  return { nodes, diffs };
}

/**
 * Looks at every node of the group and says what a push of the newest revision would change on each. Nothing is
 * written to a node. A node that cannot be reached carries its fault; the others are reviewed all the same.
 */
export async function reviewPush(groupId: string, actor: Actor): Promise<PushReview> {
  authorize(actor, "pushes:write");
  const { group, configuration, revision } = await getPushable(groupId);
  const definition = await getRevisionDefinition(revision.id);
  const versions = await freezeVersions(definition, db());
  const wanted = await getWantedWithSecrets(definition, versions);
  const members = await listGroupNodes(actor, groupId);
  const reviewed = await inParallel(members, nodesAtOnce, (node) => reviewNode(node, wanted));
  // The look may have found roles and clusters that were unknown before.
  const known = await listGroupNodes(actor, groupId);
  const restarted = new Set(
    reviewed.flatMap(({ node }) => (node.change === null || node.change === "none" ? [] : [node.nodeId])),
  );
  return {
    group: { id: group.id, name: group.name },
    configuration: { id: configuration.id, name: configuration.name },
    revision: { id: revision.id, number: revision.number, message: revision.message },
    wantedDigest: wanted.digest,
    ...shareDiffs(reviewed),
    outage: await smallClusters(known.filter(({ id }) => restarted.has(id))),
    defaults: { width: group.width, stopAfter: group.stopAfter },
  };
}
