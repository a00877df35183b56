import type { Slot } from "../cell";
import { type Readable, readText } from "../reading";

/** Up to this many characters a text is read again as a whole. */
const shortText = 4096;
/** All that may be read again for the fixes of one text. */
const mostRead = 1_000_000;

/**
 * Tells whether K3s can read what a fix makes of a text. In a long text only the changed entries of `mirrors` and
 * `configs` are read again: what stands before and behind them is read as before, as they fill whole lines and end where
 * they ended.
 */
export class FixReader {
  private left = mostRead;
  private readonly text: string;
  private readonly reading: Readable;
  private known: readonly number[] | null = null;

  constructor(reading: Readable) {
    this.reading = reading;
    this.text = reading.text;
  }

  /** Where the lines of the entries begin. */
  private get starts(): readonly number[] {
    this.known ??= this.text.length <= shortText ? [] : findStarts(this.reading);
    return this.known;
  }

  canRead(mended: string): boolean {
    const part = this.changedEntries(mended);
    return (part !== null && this.read(part)) || this.read(mended);
  }

  private read(text: string): boolean {
    if (this.left < text.length) return false;
    this.left -= text.length;
    return readText(text).ok;
  }

  /** A small file of the entries that differ; null where they cannot be told from the rest. */
  private changedEntries(mended: string): string | null {
    const { text, starts } = this;
    const { start, end } = changeOf(text, mended);
    const first = starts.findLast((each) => each <= start);
    const next = starts.find((each) => each > end);
    if (first === undefined || next === undefined) return null;
    const was = text.slice(first, next);
    const is = mended.slice(first, mended.length - (text.length - next));
    return isIndented(was) && !hasTies(was + is) ? `mirrors:\n${is}` : null;
  }
}

function findStarts({ document, binding }: Readable): number[] {
  const isEntry = ({ parent, key }: Slot) => parent !== null && parent.parent === null && key !== null;
  const starts = binding.slots.filter(isEntry).map(({ key, node }) => {
    const { offset, column } = document.source.position((key ?? node).start);
    return offset - column + 1;
  });
  return starts.sort((one, other) => one - other);
}

/** Anchors and aliases tie an entry to others. */
const hasTies = (entry: string) => /[\s[\]{},:][&*]/.test(entry);

/** It opens with blanks and a name, so it is an entry of block style. */
const isIndented = (entry: string) => /^ +["'\w]/.test(entry);

/** The part of a text that another does not have; it ends where both go on alike. */
function changeOf(text: string, other: string): { start: number; end: number } {
  const shorter = Math.min(text.length, other.length);
  let start = 0;
  while (start < shorter && text.charCodeAt(start) === other.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    text.charCodeAt(text.length - 1 - same) === other.charCodeAt(other.length - 1 - same)
  ) {
    same++;
  }
  return { start, end: text.length - same };
}
