import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type GroupLock, lockFor } from "@/lib/domain/groups/lock";
import type { Actor } from "@/lib/server/auth/actor";
import type { Tx } from "@/lib/server/db/client";
import type { GroupRow } from "@/lib/server/db/rows";

type LockRow = Pick<GroupRow, "name" | "lockedUntil" | "lockReason" | "lockedById" | "lockedByName">;

export const toLock = ({ lockedUntil, lockReason, lockedById, lockedByName }: LockRow): GroupLock | null =>
  lockedUntil === null || lockedById === null
    ? null
    : {
        until: lockedUntil.toISOString(),
        reason: lockReason ?? "",
        byId: lockedById,
        byName: lockedByName ?? "",
      };

/** `2026-11-29 18:00 UTC`: a sentence of the API is read in no zone that is known; pages tell the reader's own. */
const inUtc = (time: string) => `${time.slice(0, 16).replace("T", " ")} UTC`;

export const lockedError = (name: string, { until, byName, reason }: GroupLock): AppError =>
  new AppError("conflict", "groupLocked", {
    params: { name, time: inUtc(until), until, by: byName, reason },
  });

/** Refuses what a lock of the group keeps this person from. */
export function refuseLocked(group: LockRow, actor: Actor, now = new Date()): void {
  const lock = lockFor(toLock(group), actor, now);
  if (lock !== null) throw lockedError(group.name, lock);
}

/** The same for what is done to nodes by way of a push: its group, and the groups that they are in by now. */
export async function refuseLockedGroups(
  tx: Tx,
  { groupId, nodeIds }: { groupId: string | null; nodeIds: string[] },
  actor: Actor,
): Promise<void> {
  const isOf = [{ id: groupId ?? "" }, { nodes: { some: { id: { in: nodeIds } } } }];
  for (const group of await tx.group.findMany({ where: { OR: isOf } })) refuseLocked(group, actor);
}

/** The same with the lock as it is now, in the transaction that is to begin something. A group that is gone has none. */
export async function refuseLockedGroup(tx: Tx, id: string, actor: Actor): Promise<void> {
  const group = await tx.group.findUnique({ where: { id } });
  if (group) refuseLocked(group, actor);
}
