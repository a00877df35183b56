import "server-only";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { listGroups } from "@/lib/server/groups/queries";
import { listPushes } from "@/lib/server/pushes/queries";

/** How far the first steps got: how many of each exist. */
async function countSteps() {
  const [sshCredentials, nodes, configurations, finishedPushes] = await Promise.all([
    db().sshCredential.count(),
    db().node.count(),
    db().configuration.count({ where: { archivedAt: null } }),
    db().push.count({ where: { status: "succeeded" } }),
  ]);
  return { sshCredentials, nodes, configurations, finishedPushes };
}

/** Nodes by how the last look at them ended. One that nobody looked at is unknown, never good. */
async function countNodes() {
  const [total, checked, failing] = await Promise.all([
    db().node.count(),
    db().nodeFacts.count(),
    db().nodeFacts.count({ where: { fault: { not: null } } }),
  ]);
  return { answering: checked - failing, failing, unchecked: total - checked };
}

/** What the first page shows. */
export async function getOverview(actor: Actor) {
  authorize(actor, "read");
  const [steps, nodes, groups, pushes] = await Promise.all([
    countSteps(),
    countNodes(),
    listGroups(actor),
    listPushes(actor, 5),
  ]);
  return {
    steps,
    nodes,
    pushes,
    groups: groups.map(({ nodes: members, ...group }) => ({ ...group, nodeCount: members.length })),
  };
}
