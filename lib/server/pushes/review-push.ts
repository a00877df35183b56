import "server-only";
import { AppError } from "@/lib/domain/errors";
import { inParallel } from "@/lib/domain/in-parallel";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { type RestartEffect, restartEffects } from "@/lib/domain/nodes/restart-effects";
import { sameKeyIn } from "@/lib/domain/nodes/same-key";
import type { NodeView } from "@/lib/domain/nodes/views";
import type { PushFindings } from "@/lib/domain/pushes/findings";
import type { PushReview, ReviewedNode } from "@/lib/domain/pushes/review";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { getRevisionDefinition } from "@/lib/server/configurations/queries";
import { freezeVersions } from "@/lib/server/configurations/render-with-secrets";
import { loadTemplates } from "@/lib/server/configurations/template-store";
import { db } from "@/lib/server/db/client";
import { refuseLocked } from "@/lib/server/groups/group-lock";
import { turns } from "@/lib/server/jobs/turns";
import { listGroupNodes } from "@/lib/server/nodes/queries";
import { findFindings } from "./findings";
import { type Reviewed, reviewNode } from "./review-node";
import { smallClusters } from "./small-clusters";
import { groupOptionsOf } from "./views";
import { getWantedWithSecrets, type Wanted } from "./wanted";

const nodesAtOnce = 10;

type Upgrades = NonNullable<NodeFacts["maintenance"]>["upgrades"];

/** The group with a revision of its configuration, the newest unless `number` names one; refuses in words what is missing. */
export async function getPushable(groupId: string, number?: number) {
  const group = await db().group.findUnique({ where: { id: groupId }, include: { configuration: true } });
  if (!group) throw new AppError("not-found", "groupNotFound");
  if (!group.configuration)
    throw new AppError("invalid", "groupWithoutConfiguration", { params: { name: group.name } });
  const revision = await db().revision.findFirst({
    where: { configurationId: group.configuration.id, ...(number !== undefined && { number }) },
    orderBy: { number: "desc" },
  });
  if (!revision && number !== undefined) throw new AppError("not-found", "revisionNotFound");
  if (!revision)
    throw new AppError("invalid", "configurationWithoutRevision", {
      params: { name: group.configuration.name },
    });
  return { group, configuration: group.configuration, revision };
}

/** Keeps one of equal things, and tells for each where it is kept. */
function shareEqual<Thing>() {
  const kept: Thing[] = [];
  const index = new Map<string | Thing, number>();
  const place = (thing: Thing, apart: unknown = null): number => {
    const same = apart === null ? index.get(thing) : undefined;
    if (same !== undefined) return same;
    const key = JSON.stringify([thing, apart]);
    const at = index.get(key) ?? kept.push(thing) - 1;
    index.set(key, at).set(thing, at);
    return at;
  };
  return { kept, place };
}

/** Looks at all nodes first: what is found on servers tells of their agents. */
async function judge(reviewed: Reviewed[], members: NodeView[], wanted: Wanted) {
  const clusters = new Map(members.map(({ id, cluster }) => [id, cluster?.confirmed ? cluster.id : null]));
  const seen = reviewed.flatMap(({ node: { nodeId }, facts }) =>
    facts === null ? [] : [{ nodeId, facts, clusterId: clusters.get(nodeId) ?? null }],
  );
  const found = await findFindings(wanted, seen);
  return new Map(seen.map(({ nodeId }, at) => [nodeId, found[at]]));
}

/** What restarts do besides. Upgrades at work are told by servers, and an agent is one of those they tell of. */
function effectsIn(reviewed: readonly Reviewed[]): (each: Reviewed) => RestartEffect[] {
  const told = new Map<string | null, Upgrades>();
  for (const { facts } of reviewed) {
    const known = told.get(facts?.serverCa ?? null) ?? [];
    if (facts?.serverCa && facts.role === "server")
      told.set(facts.serverCa, [...known, ...(facts.maintenance?.upgrades ?? [])]);
  }
  return ({ node: { change }, facts }) =>
    facts === null || change === null || change === "none"
      ? []
      : restartEffects(facts, told.get(facts.serverCa) ?? facts.maintenance?.upgrades);
}

/** Two nodes that may be one machine: each takes the other's place in the push, and nobody is told. */
function sameKeyWarnings(members: readonly NodeView[]): (nodeId: string) => ReviewedNode["warnings"] {
  const sharers = sameKeyIn(members);
  return (nodeId) => {
    const names = (sharers.get(nodeId) ?? []).map(({ name }) => name).join(", ");
    return names === "" ? [] : [{ code: "same-host-key", params: { names } }];
  };
}

const isCut = ({ cut, templates = [] }: NodeDiff): boolean =>
  cut > 0 || templates.some((template) => template.cut > 0);

async function share(reviewed: Reviewed[], members: NodeView[], wanted: Wanted) {
  const judged = await judge(reviewed, members, wanted);
  const diffs = shareEqual<NodeDiff>();
  const findings = shareEqual<PushFindings>();
  const effectsOf = effectsIn(reviewed);
  const sameKeyOf = sameKeyWarnings(members);
  const nodes: PushReview["nodes"] = [];
  const turn = turns();
  for (const each of reviewed) {
    await turn();
    const { node, diff } = each;
    const found = judged.get(node.nodeId);
    nodes.push({
      ...node,
      warnings: [...node.warnings, ...sameKeyOf(node.nodeId)],
      effects: effectsOf(each),
      // What was cut off may differ between nodes whose files do.
      diff: diff && diffs.place(diff, isCut(diff) ? node.reviewed : null),
      findings: found === undefined ? null : findings.place(found),
    });
  }
  return { nodes, diffs: diffs.kept, findings: findings.kept };
}

/**
 * Looks at every node of the group and says what a push of a revision, the newest unless one is named, would change on
 * each. Nothing is written to a node. A node that cannot be reached carries its fault; the others are reviewed all the same.
 */
export async function reviewPush(groupId: string, actor: Actor, number?: number): Promise<PushReview> {
  authorize(actor, "pushes:write");
  const { group, configuration, revision } = await getPushable(groupId, number);
  refuseLocked(group, actor);
  const definition = await getRevisionDefinition(revision.id);
  const versions = await freezeVersions(definition, db());
  const wanted = await getWantedWithSecrets(definition, versions, await loadTemplates(db(), revision.id));
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
    ...(await share(reviewed, known, wanted)),
    outage: await smallClusters(known.filter(({ id }) => restarted.has(id))),
    defaults: groupOptionsOf(group),
  };
}
