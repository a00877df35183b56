/** How long a password that Pullpath made can be changed for an own one: a weekend, not a life in a mailbox. */
export const oneTimeDays = 3;

/** Whether its time is over; it begins when the password is stored. */
export const isOneTimeOver = (storedAt: Date, now: Date): boolean =>
  now.getTime() - storedAt.getTime() > oneTimeDays * 24 * 60 * 60_000;
