import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { StartPush } from "@/lib/domain/pushes/review";
import { decode } from "@/lib/domain/registries/decode";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { type FrozenVersion, freezeVersions } from "@/lib/server/configurations/render-with-secrets";
import { db, type Tx } from "@/lib/server/db/client";
import { wakeRunner } from "@/lib/server/jobs/wake";
import { fileDigestOf } from "@/lib/server/nodes/look-at-node";
import { listGroupNodes } from "@/lib/server/nodes/queries";
import { refuseErrors } from "./findings";
import { refuseForeign } from "./foreign";
import { insertPush } from "./insert-push";
import { oncePerKey, type StartedPush } from "./once";
import { getPushable } from "./review-push";
import { smallClusters } from "./small-clusters";
import { getWantedWithSecrets, type Wanted } from "./wanted";

/** Rows of the nodes of a push: agents before servers, and members that were left out as skipped. */
function nodeRows(members: NodeView[], reviewed: Map<string, string>, wanted: Wanted) {
  const isServer = (node: NodeView) => (node.check?.facts?.role === "agent" ? 0 : 1);
  return [...members]
    .sort((left, right) => isServer(left) - isServer(right))
    .map((node, position) => ({
      nodeId: node.id,
      nodeName: node.name,
      address: `${node.host}:${node.port}`,
      role: node.check?.facts?.role ?? null,
      clusterId: node.cluster?.confirmed ? node.cluster.id : null,
      position,
      reviewedDigest: reviewed.get(node.id) ?? null,
      wantedDigest: wanted.digest,
      ...(reviewed.has(node.id) ? {} : { phase: "done", outcome: "skipped", finishedAt: new Date() }),
    }));
}

/** Clusters of one or two servers lose their API while one restarts, which needs consent. */
async function refuseOutage(input: StartPush, chosen: NodeView[], wanted: Wanted): Promise<void> {
  if (input.options.writeOnly || input.options.outageAccepted) return;
  // A node that holds the wanted file already, in effect, is verified and not restarted.
  const kept = fileDigestOf(wanted.file.sha256);
  const changes = new Set(input.nodes.flatMap(({ nodeId, reviewed }) => (reviewed === kept ? [] : [nodeId])));
  const restarted = chosen.filter(
    ({ id, check: look }) => changes.has(id) || look?.facts?.pendingRestart === true,
  );
  const names = (await smallClusters(restarted)).flatMap(({ nodes }) => nodes);
  if (names.length > 0)
    throw new AppError("invalid", "outageNotAccepted", { params: { names: names.slice(0, 5).join(", ") } });
}

async function check(input: StartPush, members: NodeView[], wanted: Wanted): Promise<void> {
  if (wanted.digest !== input.wantedDigest) throw new AppError("conflict", "reviewOutdated");
  const named = new Set(input.nodes.map(({ nodeId }) => nodeId));
  const chosen = members.filter(({ id }) => named.has(id));
  if (chosen.length < named.size) throw new AppError("conflict", "reviewOutdated");
  const read = decode(wanted.text);
  if (!read.ok) throw new AppError("invalid", "definitionInvalid", { params: { line: read.line ?? 0 } });
  await refuseErrors(wanted, chosen);
  await refuseForeign(input.nodes, new Map(chosen.map(({ id, name }) => [id, name])), wanted);
  await refuseOutage(input, chosen, wanted);
}

/** A push can take back only what went to the same group. */
async function checkRollback({ rollbackOf, groupId }: StartPush): Promise<void> {
  if (rollbackOf === undefined) return;
  const push = await db().push.findUnique({ where: { id: rollbackOf } });
  if (push?.groupId !== groupId) throw new AppError("not-found", "pushNotFound");
  if (!push.finishedAt) throw new AppError("conflict", "pushRunning", { params: { number: push.number } });
}

type NewPush = {
  input: StartPush;
  versions: FrozenVersion[];
  key: string;
  configurationId: string;
  groupName: string;
  rows: ReturnType<typeof nodeRows>;
};

async function insert(tx: Tx, push: NewPush, actor: Actor): Promise<StartedPush> {
  const { input } = push;
  const { id, number } = await insertPush(
    tx,
    {
      groupId: input.groupId,
      groupName: push.groupName,
      configurationId: push.configurationId,
      revisionId: input.revisionId,
      options: JSON.stringify(input.options),
      idempotencyKey: push.key,
      rollbackOfId: input.rollbackOf ?? null,
      nodes: push.rows,
      secrets: push.versions,
    },
    actor,
  );
  if (input.keepWanted !== true)
    await tx.group.update({ where: { id: input.groupId }, data: { wantedRevisionId: input.revisionId } });
  await recordAudit(tx, actor, {
    action: "push.started",
    target: { type: "push", id, name: String(number) },
    detail: {
      group: push.groupName,
      nodes: input.nodes.length,
      ...(input.rollbackOf && { rollbackOf: input.rollbackOf }),
      ...(input.keepWanted && { keepWanted: true }),
    },
  });
  return { id, number };
}

/**
 * Starts a push of a reviewed revision. The same key starts one push however often it is sent. What the review saw
 * is bound to it: another revision content, another member or an unacknowledged outage refuses the start.
 */
export async function startPush(input: StartPush, key: string, actor: Actor): Promise<StartedPush> {
  authorize(actor, "pushes:write");
  const started = await oncePerKey(key, async () => {
    const { group, configuration } = await getPushable(input.groupId);
    const revision = await db().revision.findFirst({
      where: { id: input.revisionId, configurationId: configuration.id },
    });
    if (!revision) throw new AppError("conflict", "reviewOutdated");
    await checkRollback(input);
    const definition = await getRevisionDefinition(revision.id);
    const versions = await freezeVersions(definition, db());
    const wanted = await getWantedWithSecrets(definition, versions);
    const members = await listGroupNodes(actor, input.groupId);
    await check(input, members, wanted);
    const reviewed = new Map(input.nodes.map((node) => [node.nodeId, node.reviewed]));
    const rows = nodeRows(members, reviewed, wanted);
    const push = { input, versions, key, configurationId: configuration.id, groupName: group.name, rows };
    return db().$transaction((tx) => insert(tx, push, actor));
  });
  wakeRunner();
  return started;
}
