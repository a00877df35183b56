import "server-only";
import { differing, isDiffering } from "@/lib/domain/drift/states";
import type { DifferingNode, DriftOverview, NodeStanding } from "@/lib/domain/drift/views";
import { byName } from "@/lib/domain/named";
import { unbegunOutcomes } from "@/lib/domain/pushes/outcomes";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { freshMs, standing, toDriftNode } from "./views";

/** Outcomes of a push that did nothing on the node. */
const untouched: string[] = ["skipped", ...unbegunOutcomes];

/** The last push that did something on a node. */
export const lastPush = {
  where: { finishedAt: { not: null }, outcome: { notIn: untouched }, push: { dryRun: false } },
  orderBy: { finishedAt: "desc" },
  take: 1,
  select: { outcome: true, finishedAt: true, push: { select: { revisionId: true } } },
} as const;

const selection = {
  include: {
    hostKey: { select: { trustedAt: true } },
    facts: { select: { fault: true, faultParams: true } },
    group: {
      select: {
        id: true,
        name: true,
        wantedRevision: {
          select: { id: true, number: true, configuration: { select: { id: true, name: true } } },
        },
      },
    },
    driftCheck: true,
    driftSnooze: true,
    pushes: lastPush,
  },
} as const;

/** No difference, which may be long. */
const slim = {
  select: {
    id: true,
    groupId: true,
    hostKey: { select: { trustedAt: true } },
    facts: { select: { fault: true } },
    group: { select: { wantedRevision: { select: { id: true, number: true } } } },
    driftCheck: { select: { state: true, revisionId: true, checkedAt: true, since: true } },
    pushes: lastPush,
  },
} as const;

/** How every node stands to what its group wants, with each difference once. */
export async function getDrift(actor: Actor): Promise<DriftOverview> {
  authorize(actor, "read");
  const rows = await db().node.findMany(selection);
  const now = Date.now();
  const diffs: DriftOverview["diffs"] = {};
  const nodes = rows.map((row) => {
    const view = toDriftNode(row, now);
    const { difference } = view;
    if (difference !== null && row.driftCheck?.diff)
      diffs[difference] ??= JSON.parse(row.driftCheck.diff) as NodeDiff;
    return view;
  });
  return { nodes: nodes.sort(byName), diffs, freshMs: freshMs(), everyMinutes: env.driftMinutes };
}

/** Nodes that hold something else than their group wants; of one group, or of all. */
export async function listDiffering(actor: Actor, groupId?: string): Promise<DifferingNode[]> {
  authorize(actor, "read");
  // A push ends in none of these states, so what no check found differing needs no further look.
  const where = { groupId: groupId ?? { not: null }, driftCheck: { state: { in: [...differing] } } };
  const rows = await db().node.findMany({ ...slim, where });
  const now = Date.now();
  return rows.flatMap((row) => {
    const { id, groupId: of } = row;
    const { state } = standing(row, now);
    return of !== null && isDiffering(state) ? [{ id, groupId: of, state }] : [];
  });
}

/** How one node stands; null where nothing is wanted of it, or it is gone. */
export async function getStanding(actor: Actor, nodeId: string): Promise<NodeStanding | null> {
  authorize(actor, "read");
  const row = await db().node.findUnique({ ...slim, where: { id: nodeId } });
  const wanted = row?.group?.wantedRevision;
  return row && wanted ? { state: standing(row, Date.now()).state, wanted: wanted.number } : null;
}
