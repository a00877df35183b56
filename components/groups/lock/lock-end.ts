/** What is offered for the end of a lock; `own` is a day and a time of day as the browser's field gives them. */
export const lockEnds = ["hour", "hours", "morning", "own"] as const;
export type LockEnd = (typeof lockEnds)[number];

const hour = 60 * 60 * 1000;

/** The next morning at eight, by the clock of whoever reads. */
function tomorrow(now: Date): Date {
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  morning.setHours(8, 0, 0, 0);
  return morning;
}

const ends: Record<LockEnd, (now: Date, own: string) => Date> = {
  hour: (now) => new Date(now.getTime() + hour),
  hours: (now) => new Date(now.getTime() + 4 * hour),
  morning: tomorrow,
  own: (_now, own) => new Date(own),
};

/** The chosen end as ISO 8601; empty where no time was given. */
export function lockEnd(end: LockEnd, own: string, now: Date): string {
  const at = ends[end](now, own);
  return Number.isNaN(at.getTime()) ? "" : at.toISOString();
}

const two = (value: number) => String(value).padStart(2, "0");

/** A time as the browser's field for day and time takes it, in the zone of whoever reads. */
export function toLocalField(iso: string): string {
  const at = new Date(iso);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join("-");
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
