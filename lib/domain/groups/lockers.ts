import type { Named } from "@/lib/domain/named";
import { type GroupLock, isBound, type Person } from "./lock";

/** A group, and who keeps the reader from changing it and from taking nodes out of it. */
export type LockedFor = Named & { lockedBy: string | null };

/** Who keeps this person from a group, by a lock that is held; null where nobody does. */
export const lockedBy = (lock: GroupLock | null, person: Pick<Person, "userId">): string | null =>
  lock !== null && isBound(lock, person) ? lock.byName : null;

/** Groups with who keeps this person from them, of locks that are held. */
export const withLockers = <Group extends { lock: GroupLock | null }>(
  groups: readonly Group[],
  person: Pick<Person, "userId">,
): (Group & { lockedBy: string | null })[] =>
  groups.map((group) => ({ ...group, lockedBy: lockedBy(group.lock, person) }));
