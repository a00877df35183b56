import "server-only";
import { AppError } from "@/lib/domain/errors";
import { heldLock, lockEndFault, mayLift } from "@/lib/domain/groups/lock";
import type { LockGroup } from "@/lib/domain/groups/lock-schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { lockedError, toLock } from "./group-lock";

/** The group and its lock as long as it lasts; refuses whoever may not change that. */
async function getLockable(tx: Tx, id: string, { actor, now }: { actor: Actor; now: Date }) {
  const group = await tx.group.findUnique({ where: { id } });
  if (!group) throw new AppError("not-found", "groupNotFound");
  const lock = heldLock(toLock(group), now);
  if (lock && !mayLift(lock, actor)) throw lockedError(group.name, lock, actor);
  return { group, lock };
}

/** Locks a group for changes until a time, or changes the lock it has. A push that runs goes on. */
export async function lockGroup(id: string, { until, reason }: LockGroup, actor: Actor): Promise<void> {
  authorize(actor, "pushes:write");
  const now = new Date();
  const fault = lockEndFault(until, now);
  if (fault) throw new AppError("invalid", "invalidInput", { issues: [{ path: ["until"], code: fault }] });
  await db().$transaction(async (tx) => {
    const { group, lock } = await getLockable(tx, id, { actor, now });
    const lockedUntil = new Date(until);
    await tx.group.update({
      where: { id },
      data: { lockedUntil, lockReason: reason, lockedById: actor.userId, lockedByName: actor.name },
    });
    await recordAudit(tx, actor, {
      action: lock ? "group.lock-changed" : "group.locked",
      target: { type: "group", id, name: group.name },
      detail: {
        until: lockedUntil.toISOString(),
        reason,
        ...(lock && { before: { until: lock.until, by: lock.byName } }),
      },
    });
  });
}

/** Lifts the lock before its time. What was not locked stays as it is. */
export async function liftLock(id: string, actor: Actor): Promise<void> {
  authorize(actor, "pushes:write");
  await db().$transaction(async (tx) => {
    const { group, lock } = await getLockable(tx, id, { actor, now: new Date() });
    if (!lock) return;
    await tx.group.update({
      where: { id },
      data: { lockedUntil: null, lockReason: null, lockedById: null, lockedByName: null },
    });
    await recordAudit(tx, actor, {
      action: "group.lock-lifted",
      target: { type: "group", id, name: group.name },
      detail: { until: lock.until, by: lock.byName, reason: lock.reason },
    });
  });
}
