const day = 24 * 60 * 60 * 1000;
const draftDays = 30;

/** A draft that nobody came back for is removed. This stands alone: every page removes drafts, few read any. */
export const isOver = (savedAt: number, now: number): boolean => now - savedAt > draftDays * day;
