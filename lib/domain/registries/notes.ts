import type { Slot } from "./cell";
import { cleanNoteLine } from "./note-text";
import type { Mark } from "./yaml/failure";
import type { Comment } from "./yaml/token";

/** A note's text from a comment: one blank after `#` belongs to the layout. */
const noteLine = ({ text }: Comment) => cleanNoteLine(text.replace(/^ /, ""));

const startOf = ({ key, node }: Slot): Mark => key?.start ?? node.entry;

/** Comments of a file by where they belong. */
export interface Notes {
  /** The block at the top, apart from what follows. */
  readonly head: readonly string[];
  /** What stands at the very end, at the margin. */
  readonly tail: readonly string[];
  readonly bySlot: ReadonlyMap<Slot, readonly string[]>;
}

/** Gives each comment to the place it stands at, in the manner people read them. */
export function assignNotes(comments: readonly Comment[], slots: readonly Slot[]): Notes {
  const sorted = slots.slice().sort((one, other) => startOf(one).index - startOf(other).index);
  const headSize = measureHead(comments, sorted[0]);
  const finder = new PlaceFinder(sorted);
  const tail: Comment[] = [];
  const bySlot = new Map<Slot, string[]>();
  for (const comment of comments.slice(headSize)) {
    const slot = finder.find(comment);
    if (slot === null) tail.push(comment);
    else {
      const lines = bySlot.get(slot) ?? [];
      bySlot.set(slot, lines);
      lines.push(noteLine(comment));
    }
  }
  return { head: joinBlocks(comments.slice(0, headSize)), tail: joinBlocks(tail), bySlot };
}

const areApart = (one: Mark, other: Mark) => one.line + 1 < other.line;

/** How many comments stand before the first place and are kept apart from it by an empty line. */
function measureHead(comments: readonly Comment[], first: Slot | undefined): number {
  if (first === undefined) return comments.length;
  const start = startOf(first);
  let next = start;
  let size = comments.findIndex((comment) => comment.start.index > start.index);
  if (size === -1) size = comments.length;
  for (; size > 0; size--) {
    const comment = comments[size - 1];
    if (comment === undefined || areApart(comment.start, next)) break;
    next = comment.start;
  }
  return size;
}

/** Lines of comments; an empty line between two blocks stays one. */
function joinBlocks(comments: readonly Comment[]): string[] {
  return comments.flatMap((comment, at) => {
    const before = comments[at - 1];
    const gap = before !== undefined && areApart(before.start, comment.start) ? [""] : [];
    return [...gap, noteLine(comment)];
  });
}

/** Finds the place of each comment; comments must be asked for in the order of the text. */
class PlaceFinder {
  private readonly slots: readonly Slot[];
  private next = 0;
  private readonly firstOfLine = new Map<number, Slot>();
  /** Places passed so far that have none after them as far left: their columns rise. */
  private readonly enclosing: Slot[] = [];

  constructor(sorted: readonly Slot[]) {
    this.slots = sorted;
    for (const slot of sorted) {
      const { line } = startOf(slot);
      if (!this.firstOfLine.has(line)) this.firstOfLine.set(line, slot);
    }
  }

  find(comment: Comment): Slot | null {
    this.passUntil(comment.start.index);
    const next = this.slots[this.next];
    const previous = this.slots[this.next - 1];
    if (!comment.own) return this.firstBefore(comment) ?? previous ?? next ?? null;
    const isInside = previous?.cell === null && comment.start.index < previous.node.end.index;
    if (isInside) return previous;
    const { column } = comment.start;
    if (next !== undefined && column <= startOf(next).column) return next;
    return column === 0 ? null : (this.nearestWithin(column) ?? next ?? null);
  }

  private firstBefore({ start }: Comment): Slot | undefined {
    const first = this.firstOfLine.get(start.line);
    return first !== undefined && startOf(first).index < start.index ? first : undefined;
  }

  private passUntil(index: number): void {
    for (; ; this.next++) {
      const slot = this.slots[this.next];
      if (slot === undefined || startOf(slot).index > index) return;
      const { column } = startOf(slot);
      while (startOf(this.enclosing.at(-1) ?? slot).column >= column && this.enclosing.length > 0) {
        this.enclosing.pop();
      }
      this.enclosing.push(slot);
    }
  }

  /** The last place passed that does not stand further right than `column`. */
  private nearestWithin(column: number): Slot | undefined {
    let low = 0;
    let high = this.enclosing.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const slot = this.enclosing[middle];
      if (slot !== undefined && startOf(slot).column <= column) low = middle + 1;
      else high = middle;
    }
    return this.enclosing[low - 1];
  }
}
