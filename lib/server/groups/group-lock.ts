import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type GroupLock, lockFor, mayLift } from "@/lib/domain/groups/lock";
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

/** `lift` tells whether whoever is refused may lift the lock, or has to ask. */
export function lockedError(name: string, lock: GroupLock, actor: Actor): AppError {
  const { until, byName: by, reason } = lock;
  const lift = mayLift(lock, actor) ? "own" : "ask";
  return new AppError("conflict", "groupLocked", {
    params: { name, time: inUtc(until), until, by, reason, lift },
  });
}

/** Refuses what a lock of the group keeps this person from. */
export function refuseLocked(group: LockRow, actor: Actor, now = new Date()): void {
  const lock = lockFor(toLock(group), actor, now);
  if (lock !== null) throw lockedError(group.name, lock, actor);
}

/** What is to begin: on the nodes of a group, or on nodes wherever they are. */
type Begun = { groupId?: string | null; nodeIds?: readonly string[] };

/** The same with the locks as they are now, in the transaction that begins something. A group that is gone has none. */
export async function refuseLockedGroups(
  tx: Tx,
  { groupId, nodeIds = [] }: Begun,
  actor: Actor,
): Promise<void> {
  const isTouched = [
    ...(groupId ? [{ id: groupId }] : []),
    ...(nodeIds.length > 0 ? [{ nodes: { some: { id: { in: [...nodeIds] } } } }] : []),
  ];
  if (isTouched.length === 0) return;
  for (const group of await tx.group.findMany({ where: { OR: isTouched } })) refuseLocked(group, actor);
}
