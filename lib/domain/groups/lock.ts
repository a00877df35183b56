import type { Role } from "@/lib/domain/people/roles";

/** A group that is locked for changes: until when as ISO 8601, why, and by whom. */
export type GroupLock = { until: string; reason: string; byId: string; byName: string };

/** Nobody plans a stop of changes for longer, and one that is forgotten must end. */
export const longestLockDays = 90;

const day = 24 * 60 * 60 * 1000;

/** Why a lock cannot end at that time; null when it can. */
export function lockEndFault(until: string, now: Date): "lock-past" | "lock-long" | null {
  const ahead = Date.parse(until) - now.getTime();
  if (ahead <= 0) return "lock-past";
  return ahead > longestLockDays * day ? "lock-long" : null;
}

/** The lock as long as it lasts: it ends by its time alone. */
export const heldLock = (lock: GroupLock | null, now: Date): GroupLock | null =>
  lock !== null && Date.parse(lock.until) > now.getTime() ? lock : null;

/** Who reads or acts, as far as a lock asks. `token` is what acts in place of the person. */
export type Person = { userId: string; role: Role; token?: object | null };

/** Whom a lock asks for. */
export type LockPerson = Omit<Person, "role">;

/** A lock that is held binds everybody, of whatever role, but who set it: in person, since a job at night does not know of it. */
export const isBound = (lock: GroupLock, { userId, token = null }: LockPerson): boolean =>
  token !== null || lock.byId !== userId;

/** The lock that keeps somebody from pushing now. */
export function lockFor(lock: GroupLock | null, person: LockPerson, now: Date): GroupLock | null {
  const held = heldLock(lock, now);
  return held !== null && isBound(held, person) ? held : null;
}

/** Who set a lock may change and lift it, and an administrator any: in person, since no scope of a token says so. */
export const mayLift = (lock: GroupLock, { userId, role, token = null }: Person): boolean =>
  token === null && (lock.byId === userId || role === "admin");
