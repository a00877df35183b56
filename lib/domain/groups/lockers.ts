import type { Named } from "@/lib/domain/named";
import { type GroupLock, isBound, type Person } from "./lock";

/** A group, and who keeps the reader from changing it and from taking nodes out of it. */
export type LockedFor = Named & { lockedBy: string | null };

/** Groups with who keeps this person from them, of locks that are held. */
export const withLockers = <Group extends { lock: GroupLock | null }>(
  groups: readonly Group[],
  person: Pick<Person, "userId">,
): (Group & { lockedBy: string | null })[] =>
  groups.map((group) => {
    const { lock } = group;
    return { ...group, lockedBy: lock !== null && isBound(lock, person) ? lock.byName : null };
  });
