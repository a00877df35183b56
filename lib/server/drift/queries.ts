import "server-only";
import type { DriftOverview } from "@/lib/domain/drift/views";
import { byName } from "@/lib/domain/named";
import { unbegunOutcomes } from "@/lib/domain/pushes/outcomes";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { freshMs, toDriftNode } from "./views";

/** Outcomes of a push that did nothing on the node. */
const untouched: string[] = ["skipped", ...unbegunOutcomes];

const selection = {
  include: {
    hostKey: { select: { trustedAt: true } },
    facts: { select: { fault: true, faultParams: true, fileDigest: true, seenAt: true } },
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
    pushes: {
      where: { finishedAt: { not: null }, outcome: { notIn: untouched }, push: { dryRun: false } },
      orderBy: { finishedAt: "desc" },
      take: 1,
      select: { outcome: true, finishedAt: true, push: { select: { revisionId: true } } },
    },
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
