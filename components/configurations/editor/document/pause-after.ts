/** A large definition takes a while to be shown, and then it is shown in a pause that is long enough for that. */
const patience = 5;
const longest = 600;

/** How long typing must rest until what it did is shown, which costs so many milliseconds. */
export const pauseAfter = (cost: number, shortest: number): number =>
  Math.min(Math.max(shortest, cost * patience), longest);
