/** From here on a clock is wrong enough to break tokens of registries and certificates. */
export const mostClockSeconds = 30;

/** A node's clock as it was told: `askedAt` and `heardAt` are the server's, around it. Epoch milliseconds. */
export type ClockAnswer = { clock: number; askedAt: number; heardAt: number };

/**
 * How far a node's clock is ahead. It was read somewhere between question and answer, so half the way is taken off, and
 * what that may explain is no difference.
 */
export function clockAhead({ clock, askedAt, heardAt }: ClockAnswer): number {
  const way = Math.max(0, heardAt - askedAt);
  const ahead = Math.round(clock - (askedAt + heardAt) / 2);
  return Math.abs(ahead) <= way / 2 + 1000 ? 0 : ahead;
}
