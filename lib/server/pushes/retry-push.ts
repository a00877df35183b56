import "server-only";
import { AppError } from "@/lib/domain/errors";
import { goodOutcomes } from "@/lib/domain/pushes/outcomes";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import type { EndedPushRow } from "@/lib/server/db/rows";
import { wakeRunner } from "@/lib/server/jobs/wake";
import { listNodes } from "@/lib/server/nodes/queries";
import { refuseErrors } from "./findings";
import { insertPush } from "./insert-push";
import { oncePerKey, type StartedPush } from "./once";
import { findFrozenWanted } from "./wanted";

/** What a retry repeats of a node. It must still hold the file that was reviewed, or it stops as changed. */
const again = (node: EndedPushRow["nodes"][number], position: number) => ({
  nodeId: node.nodeId,
  nodeName: node.nodeName,
  address: node.address,
  role: node.role,
  clusterId: node.clusterId,
  position,
  reviewedDigest: node.reviewedDigest,
  wantedDigest: node.wantedDigest,
});

/** Nodes that did not end well, of those that took part. */
function leftOf({ number, nodes }: EndedPushRow): EndedPushRow["nodes"] {
  const left = nodes.filter(
    ({ outcome, nodeId, reviewedDigest }) =>
      nodeId !== null && reviewedDigest !== null && !goodOutcomes.some((good) => good === outcome),
  );
  if (left.length === 0) throw new AppError("conflict", "nothingToRetry", { params: { number } });
  return left;
}

/** A node may have become one that the file has errors for, such as another release. */
async function refuseBlocked(push: EndedPushRow, actor: Actor): Promise<void> {
  const wanted = await findFrozenWanted(push.id, push.revisionId);
  // Without its secrets there is nothing to judge; the retry then ends by itself and tells why.
  if (wanted === null) return;
  const left = new Set(leftOf(push).map(({ nodeId }) => nodeId));
  await refuseErrors(
    wanted,
    (await listNodes(actor)).filter(({ id }) => left.has(id)),
  );
}

async function insertRetry(
  tx: Tx,
  { push, key }: { push: EndedPushRow; key: string },
  actor: Actor,
): Promise<StartedPush> {
  const left = leftOf(push);
  const { groupId, groupName, configurationId, revisionId, options } = push;
  const nodes = left.map(again);
  const secrets = push.secrets.map(({ slug, credentialVersionId, certificateVersionId }) => ({
    slug,
    credentialVersionId,
    certificateVersionId,
  }));
  const target = { groupId, groupName, configurationId, revisionId, options };
  const retry = { ...target, idempotencyKey: key, retryOfId: push.id, nodes, secrets };
  const { id, number } = await insertPush(tx, retry, actor);
  await recordAudit(tx, actor, {
    action: "push.retried",
    target: { type: "push", id, name: String(number) },
    detail: { of: push.number, nodes: left.length },
  });
  return { id, number };
}

/** Starts a new push of the same frozen versions to the nodes that did not end well. */
export async function retryPush(id: string, key: string, actor: Actor): Promise<StartedPush> {
  authorize(actor, "pushes:write");
  const started = await oncePerKey(key, async () => {
    const push = await db().push.findUnique({
      where: { id },
      include: { nodes: { orderBy: { position: "asc" } }, secrets: true },
    });
    if (!push) throw new AppError("not-found", "pushNotFound");
    if (!push.finishedAt) throw new AppError("conflict", "pushRunning", { params: { number: push.number } });
    await refuseBlocked(push, actor);
    return db().$transaction((tx) => insertRetry(tx, { push, key }, actor));
  });
  wakeRunner();
  return started;
}
