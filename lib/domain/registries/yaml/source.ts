import type { Mark } from "./failure";
import type { Input } from "./input";

/** A place in the text as editors count it: line and column from 1, column and offset in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const carriageReturn = 0x0d;
const lineFeed = 0x0a;

/** Editors break lines at these only; libyaml also at NEL, LS and PS. */
function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const ends = unit === carriageReturn && text.charCodeAt(at + 1) !== lineFeed;
    if (ends || unit === lineFeed) starts.push(at + 1);
  }
  return starts;
}

/** Translates between libyaml's marks and an editor's positions. */
export class Source {
  private starts: readonly number[] | null = null;

  private readonly input: Input;

  constructor(input: Input) {
    this.input = input;
  }

  private get lineStarts(): readonly number[] {
    this.starts ??= findLineStarts(this.text);
    return this.starts;
  }

  get text(): string {
    return this.input.text;
  }

  position(mark: Mark | number): Position {
    return this.positionAt(this.input.offset(typeof mark === "number" ? mark : mark.index));
  }

  positionAt(offset: number): Position {
    const { lineStarts } = this;
    let low = 0;
    let high = lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1, offset };
  }

  range(start: Mark, end: Mark): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  slice(start: Mark, end: Mark): string {
    return this.input.slice(start.index, end.index);
  }
}
