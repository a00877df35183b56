/** Bytes of the longest file that is looked at. */
export const largestFile = 1024 * 1024;
