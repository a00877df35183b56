import "server-only";
import type { SnoozeDrift } from "@/lib/domain/drift/schema";
import { differing } from "@/lib/domain/drift/states";
import { AppError } from "@/lib/domain/errors";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

const day = 24 * 60 * 60 * 1000;

/**
 * Snoozes a difference: it stays told and calls nobody until then. It is bound to the file that the node holds now;
 * another one is another difference. Nodes that do not differ refuse it, as there is nothing to snooze.
 */
export async function snoozeDrift(input: SnoozeDrift, actor: Actor): Promise<void> {
  authorize(actor, "pushes:write");
  const checks = await db().driftCheck.findMany({
    where: { nodeId: { in: input.nodeIds }, state: { in: [...differing] } },
  });
  if (checks.length < new Set(input.nodeIds).size) throw new AppError("conflict", "driftGone");
  const until = new Date(Date.now() + input.days * day);
  const row = { reason: input.reason, until, byName: actor.name, createdAt: new Date() };
  await db().$transaction(async (tx) => {
    for (const { nodeId, fileDigest } of checks) {
      const change = { ...row, fileDigest };
      await tx.driftSnooze.upsert({ where: { nodeId }, create: { nodeId, ...change }, update: change });
    }
    await recordAudit(tx, actor, {
      action: "drift.snoozed",
      detail: { nodeIds: input.nodeIds, days: input.days, reason: input.reason },
    });
  });
}

/** Ends it early. What was not snoozed stays as it is. */
export async function wakeDrift(nodeIds: readonly string[], actor: Actor): Promise<void> {
  authorize(actor, "pushes:write");
  await db().$transaction(async (tx) => {
    await tx.driftSnooze.deleteMany({ where: { nodeId: { in: [...nodeIds] } } });
    await recordAudit(tx, actor, { action: "drift.woken", detail: { nodeIds: [...nodeIds] } });
  });
}
