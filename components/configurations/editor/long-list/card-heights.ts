/** Between two cards, in pixels; as `space-y-2` has it. */
const space = 8;
/** A closed card with a name of one line. */
const usualHeight = 46;

/** How high closed cards were when they were last seen, so that what stands for them is as high. */
export class CardHeights {
  private readonly known = new Map<string, number>();
  private usual = usualHeight;
  private width = 0;

  /** The next cards may be of another width: names take more lines, or fewer. */
  begin(width: number): void {
    if (width === this.width) return;
    this.width = width;
    this.known.clear();
    this.usual = usualHeight;
  }

  note(key: string, height: number): void {
    if (this.known.size === 0) this.usual = height;
    this.known.set(key, height);
  }

  of(keys: readonly string[]): number {
    const heights = keys.map((key) => this.known.get(key) ?? this.usual);
    return heights.reduce((sum, height) => sum + height + space, -space);
  }
}
