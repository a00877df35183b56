/** The length of the longest rising part of a sequence, by trying every part. */
export function longestKept(values: readonly number[]): number {
  const best = (at: number, floor: number): number => {
    const value = values[at];
    if (value === undefined) return 0;
    const without = best(at + 1, floor);
    return value > floor ? Math.max(without, 1 + best(at + 1, value)) : without;
  };
  return best(0, -1);
}
