import "server-only";
import { countStates } from "@/lib/domain/drift/cards";
import type { DriftNode } from "@/lib/domain/drift/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { getDrift } from "@/lib/server/drift/queries";
import { listGroups } from "@/lib/server/groups/queries";
import { listNeedingHands } from "@/lib/server/pushes/needs-hands";
import { listPushes } from "@/lib/server/pushes/queries";

/** How far the first steps got: how many of each exist. */
async function countSteps() {
  const [sshCredentials, nodes, configurations, finishedPushes] = await Promise.all([
    db().sshCredential.count(),
    db().node.count(),
    db().configuration.count({ where: { archivedAt: null } }),
    db().push.count({ where: { status: "succeeded", dryRun: false } }),
  ]);
  return { sshCredentials, nodes, configurations, finishedPushes };
}

/** Nodes by how they stand to what is wanted. One that nobody could look at is unknown, never good. */
function countNodes(nodes: DriftNode[]) {
  const counts = countStates(nodes);
  return {
    inSync: counts["in-sync"],
    drifted: counts.drifted + counts["missing-file"],
    pendingRestart: counts["pending-restart"],
    unknown:
      counts["identity-changed"] +
      counts.unreachable +
      counts.unjudged +
      counts["not-checked"] +
      counts["not-pushed"] +
      counts.unmanaged,
  };
}

/** What the first page shows. */
export async function getOverview(actor: Actor) {
  authorize(actor, "read");
  const [steps, drift, groups, pushes, needingHands] = await Promise.all([
    countSteps(),
    getDrift(actor),
    listGroups(actor),
    listPushes(actor, 5),
    listNeedingHands(actor),
  ]);
  const matching = (id: string) =>
    drift.nodes.filter(({ group, state }) => group?.id === id && state === "in-sync").length;
  return {
    steps,
    nodes: countNodes(drift.nodes),
    pushes,
    needingHands,
    groups: groups.map(({ nodes: members, ...group }) => ({
      ...group,
      nodeCount: members.length,
      inSync: matching(group.id),
    })),
  };
}
