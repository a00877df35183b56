import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { RetryPush } from "@/lib/domain/pushes/continue";
import { unbegunOutcomes } from "@/lib/domain/pushes/outcomes";
import { toRetry } from "@/lib/domain/pushes/retried";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import type { EndedPushRow } from "@/lib/server/db/rows";
import { refuseLockedGroups } from "@/lib/server/groups/group-lock";
import { wakeRunner } from "@/lib/server/jobs/wake";
import { listNodes } from "@/lib/server/nodes/queries";
import { refuseErrors } from "./findings";
import { insertPush } from "./insert-push";
import { planReviewed } from "./node-templates";
import { oncePerKey, type StartedPush } from "./once";
import { findFrozenWanted } from "./wanted";

type Node = EndedPushRow["nodes"][number];

/** What a retry repeats of a node. It must still hold the file that was reviewed, or it stops as changed. */
const again = (node: Node, position: number) => ({
  nodeId: node.nodeId,
  nodeName: node.nodeName,
  address: node.address,
  role: node.role,
  clusterId: node.clusterId,
  position,
  reviewedDigest: node.reviewedDigest,
  wantedDigest: node.wantedDigest,
});

const isAsked = ({ id, outcome }: Node, { node, only }: RetryPush): boolean =>
  (node === undefined || id === node) &&
  (only === undefined || unbegunOutcomes.some((unbegun) => unbegun === outcome));

/** Nodes that did not end well, of those that took part and were asked for. */
function leftOf({ number, nodes }: EndedPushRow, asked: RetryPush): Node[] {
  const left = toRetry(nodes).filter((node) => node.reviewedDigest !== null && isAsked(node, asked));
  if (left.length === 0) throw new AppError("conflict", "nothingToRetry", { params: { number } });
  return left;
}

/** A node may have become one that the file has errors for, such as another release. */
async function refuseBlocked(push: EndedPushRow, asked: RetryPush, actor: Actor): Promise<void> {
  const wanted = await findFrozenWanted(push.id, push.revisionId);
  // Without its secrets there is nothing to judge; the retry then ends by itself and tells why.
  if (wanted === null) return;
  const left = leftOf(push, asked).flatMap(({ nodeId, reviewedDigest }) =>
    nodeId !== null && reviewedDigest !== null ? [{ nodeId, reviewed: reviewedDigest }] : [],
  );
  const plans = await planReviewed(left, wanted);
  await refuseErrors(
    wanted,
    (await listNodes(actor)).filter(({ id }) => plans.has(id)),
    plans,
  );
}

async function insertRetry(
  tx: Tx,
  { push, key, asked }: { push: EndedPushRow; key: string; asked: RetryPush },
  actor: Actor,
): Promise<StartedPush> {
  const left = leftOf(push, asked);
  const nodeIds = left.flatMap(({ nodeId }) => nodeId ?? []);
  await refuseLockedGroups(tx, { groupId: push.groupId, nodeIds }, actor);
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
    detail: {
      of: push.number,
      nodes: left.length,
      ...(asked.node !== undefined && { node: left[0]?.nodeName }),
      ...(asked.only !== undefined && { only: asked.only }),
    },
  });
  return { id, number };
}

type Retry = RetryPush & { id: string; key: string };

/** Starts a new push of the same frozen versions to the nodes that did not end well, or to those of them that are asked for. */
export async function retryPush({ id, key, ...asked }: Retry, actor: Actor): Promise<StartedPush> {
  authorize(actor, "pushes:write");
  const started = await oncePerKey(key, async () => {
    const push = await db().push.findUnique({
      where: { id },
      include: { nodes: { orderBy: { position: "asc" } }, secrets: true },
    });
    if (!push) throw new AppError("not-found", "pushNotFound");
    if (!push.finishedAt) throw new AppError("conflict", "pushRunning", { params: { number: push.number } });
    if (push.dryRun) throw new AppError("conflict", "pushWasDry", { params: { number: push.number } });
    await refuseBlocked(push, asked, actor);
    return db().$transaction((tx) => insertRetry(tx, { push, key, asked }, actor));
  });
  wakeRunner();
  return started;
}
