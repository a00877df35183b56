import "server-only";
import { db } from "@/lib/server/db/client";
import { findFrozenWanted, type Wanted } from "@/lib/server/pushes/wanted";

/** What the nodes of a group shall hold. `wanted` is null when a secret of it was deleted or cannot be opened. */
export type Reference = { revisionId: string; wanted: Wanted | null };

/**
 * The files of the group's wanted revision, with the versions of credentials that its last push froze: a rotation
 * makes nodes out of date and is no drift. Null before the first push. Holds secrets: for one check, in memory.
 */
export async function findReference(groupId: string): Promise<Reference | null> {
  const group = await db().group.findUnique({ where: { id: groupId } });
  if (!group?.wantedRevisionId) return null;
  const revisionId = group.wantedRevisionId;
  const push = await db().push.findFirst({
    where: { groupId, revisionId, dryRun: false },
    orderBy: { number: "desc" },
    select: { id: true },
  });
  return { revisionId, wanted: push && (await findFrozenWanted(push.id, revisionId)) };
}

/** Whether a push is on its way to the node: what it holds then is neither the old nor the new thing for sure. */
export async function isBeingPushed(nodeId: string): Promise<boolean> {
  const open = await db().pushNode.count({
    where: { nodeId, outcome: null, push: { finishedAt: null, dryRun: false } },
  });
  return open > 0;
}
