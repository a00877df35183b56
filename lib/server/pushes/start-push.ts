import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Named } from "@/lib/domain/named";
import { isRestartPending } from "@/lib/domain/nodes/pending-restart";
import { unagreedUpgrade } from "@/lib/domain/nodes/upgrade";
import type { NodeView } from "@/lib/domain/nodes/views";
import { readHeld } from "@/lib/domain/pushes/held";
import type { StartPush } from "@/lib/domain/pushes/review";
import { isChange, type TemplateStep } from "@/lib/domain/pushes/template-plan";
import { decode } from "@/lib/domain/registries/decode";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { type FrozenVersion, freezeVersions } from "@/lib/server/configurations/render-with-secrets";
import { loadTemplates } from "@/lib/server/configurations/template-store";
import { db, type Tx } from "@/lib/server/db/client";
import { refuseLockedGroups } from "@/lib/server/groups/group-lock";
import { wakeRunner } from "@/lib/server/jobs/wake";
import { fileDigestOf } from "@/lib/server/nodes/look-at-node";
import { listGroupNodes } from "@/lib/server/nodes/queries";
import { refuseAllAtOnce } from "./all-at-once";
import { refuseErrors } from "./findings";
import { refuseForeign } from "./foreign";
import { insertPush } from "./insert-push";
import { planReviewed } from "./node-templates";
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

/** What a push brings, and what it does with templates by node. */
type Planned = { wanted: Wanted; plans: Map<string, TemplateStep[]> };

/** The nodes whose service the push restarts. */
function restartedOf(input: StartPush, chosen: NodeView[], { wanted, plans }: Planned): NodeView[] {
  if (input.options.writeOnly) return [];
  // A node that holds what is wanted already, in effect, is verified and not restarted.
  const kept = fileDigestOf(wanted.file.sha256);
  const isKept = ({ nodeId, reviewed }: StartPush["nodes"][number]) =>
    readHeld(reviewed).file === kept && plans.get(nodeId)?.some(isChange) !== true;
  const changes = new Set(input.nodes.flatMap((node) => (isKept(node) ? [] : [node.nodeId])));
  return chosen.filter(
    ({ id, check: look }) => changes.has(id) || (look?.facts && isRestartPending(look.facts, wanted)),
  );
}

/** A restart starts whatever is installed by now, and another release is no part of what was reviewed. */
function refuseUpgrade({ options }: StartPush, restarted: NodeView[]): void {
  const names = restarted.flatMap(({ name, check: look }) =>
    look?.facts && unagreedUpgrade(look.facts, options.upgradesAccepted) ? [name] : [],
  );
  if (names.length === 0) return;
  const params = { count: names.length, names: names.slice(0, 5).join(", ") };
  throw new AppError("invalid", "upgradeNotAccepted", { params });
}

/** Clusters of one or two servers lose their API while one restarts, which needs consent. */
async function refuseOutage({ options }: StartPush, restarted: NodeView[]): Promise<void> {
  if (options.outageAccepted) return;
  const names = (await smallClusters(restarted)).flatMap(({ nodes }) => nodes);
  if (names.length > 0)
    throw new AppError("invalid", "outageNotAccepted", { params: { names: names.slice(0, 5).join(", ") } });
}

/** A template is run by root, so that one changes is agreed to by somebody who read how. */
function refuseUnread({ options }: StartPush, chosen: NodeView[], { plans }: Planned): void {
  const names = chosen.flatMap(({ id, name }) => (plans.get(id)?.some(isChange) ? [name] : []));
  if (options.templatesAccepted || names.length === 0) return;
  const params = { count: names.length, names: names.slice(0, 5).join(", ") };
  throw new AppError("invalid", "templatesNotAccepted", { params });
}

type Target = { members: NodeView[]; groupName: string };

async function check(input: StartPush, { members, groupName }: Target, wanted: Wanted): Promise<void> {
  if (wanted.digest !== input.wantedDigest) throw new AppError("conflict", "reviewOutdated");
  const named = new Set(input.nodes.map(({ nodeId }) => nodeId));
  const chosen = members.filter(({ id }) => named.has(id));
  if (chosen.length < named.size) throw new AppError("conflict", "reviewOutdated");
  refuseAllAtOnce(input, chosen, groupName);
  const read = decode(wanted.text);
  if (!read.ok) throw new AppError("invalid", "definitionInvalid", { params: { line: read.line ?? 0 } });
  const plans = await planReviewed(input.nodes, wanted);
  await refuseErrors(wanted, chosen, plans);
  await refuseForeign(input.nodes, new Map(chosen.map(({ id, name }) => [id, name])), { wanted, plans });
  refuseUnread(input, chosen, { wanted, plans });
  const restarted = restartedOf(input, chosen, { wanted, plans });
  refuseUpgrade(input, restarted);
  await refuseOutage(input, restarted);
}

/** A push can take back only what went to the same group. */
async function checkRollback({ rollbackOf, groupId }: StartPush): Promise<void> {
  if (rollbackOf === undefined) return;
  const push = await db().push.findUnique({ where: { id: rollbackOf } });
  if (push?.groupId !== groupId) throw new AppError("not-found", "pushNotFound");
  if (!push.finishedAt) throw new AppError("conflict", "pushRunning", { params: { number: push.number } });
  if (push.dryRun) throw new AppError("conflict", "pushWasDry", { params: { number: push.number } });
}

type NewPush = {
  input: StartPush;
  versions: FrozenVersion[];
  key: string;
  configuration: Named;
  revision: number;
  groupName: string;
  rows: ReturnType<typeof nodeRows>;
};

async function insert(tx: Tx, push: NewPush, actor: Actor): Promise<StartedPush> {
  const { input } = push;
  // A node may have moved into another group meanwhile.
  const nodeIds = input.nodes.map(({ nodeId }) => nodeId);
  await refuseLockedGroups(tx, { groupId: input.groupId, nodeIds }, actor);
  const { id, number } = await insertPush(
    tx,
    {
      groupId: input.groupId,
      groupName: push.groupName,
      configurationId: push.configuration.id,
      revisionId: input.revisionId,
      options: JSON.stringify(input.options),
      dryRun: input.options.dryRun,
      idempotencyKey: push.key,
      rollbackOfId: input.rollbackOf ?? null,
      nodes: push.rows,
      secrets: push.versions,
    },
    actor,
  );
  if (input.keepWanted !== true && !input.options.dryRun)
    await tx.group.update({ where: { id: input.groupId }, data: { wantedRevisionId: input.revisionId } });
  await recordAudit(tx, actor, {
    action: "push.started",
    target: { type: "push", id, name: String(number) },
    detail: {
      group: push.groupName,
      configuration: push.configuration.name,
      revision: push.revision,
      nodes: input.nodes.length,
      ...(input.rollbackOf && { rollbackOf: input.rollbackOf }),
      ...(input.keepWanted && { keepWanted: true }),
      ...(input.options.dryRun && { dryRun: true }),
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
    const wanted = await getWantedWithSecrets(definition, versions, await loadTemplates(db(), revision.id));
    const members = await listGroupNodes(actor, input.groupId);
    await check(input, { members, groupName: group.name }, wanted);
    const reviewed = new Map(input.nodes.map((node) => [node.nodeId, node.reviewed]));
    const rows = nodeRows(members, reviewed, wanted);
    const push = {
      input,
      versions,
      key,
      configuration,
      revision: revision.number,
      groupName: group.name,
      rows,
    };
    return db().$transaction((tx) => insert(tx, push, actor));
  });
  wakeRunner();
  return started;
}
