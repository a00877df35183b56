/** How much of the width the fields take beside the file, in percent. */
export const usualSplit = 46;
const leastSplit = 25;
export const mostSplit = 75;

export const clampSplit = (percent: number): number =>
  Math.round(Math.min(Math.max(percent, leastSplit), mostSplit));

/** The position a browser kept; what is none, or was changed by hand, is the usual one. */
export const toSplit = (text: string | undefined): number =>
  text !== undefined && /^\d{1,3}$/.test(text) ? clampSplit(Number(text)) : usualSplit;

const step = 2;

/** Where a key moves the line between both sides; null for a key that moves nothing. */
export function splitAfterKey(key: string, now: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return clampSplit(now - step);
    case "ArrowRight":
      return clampSplit(now + step);
    case "Home":
      return leastSplit;
    case "End":
      return mostSplit;
    default:
      return null;
  }
}
