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

/** Translates between libyaml's marks and an editor's positions. */
export class Source {
  private readonly lineStarts: readonly number[];

  private readonly input: Input;

  constructor(input: Input) {
    this.input = input;
    // Editors break lines at these only; libyaml also at NEL, LS and PS.
    const starts = Array.from(input.text.matchAll(/\r\n?|\n/g), (found) => found.index + found[0].length);
    this.lineStarts = [0, ...starts];
  }

  get text(): string {
    return this.input.text;
  }

  position(mark: Mark | number): Position {
    return this.positionAt(this.input.offset(typeof mark === "number" ? mark : mark.index));
  }

  positionAt(offset: number): Position {
    let low = 0;
    let high = this.lineStarts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1, offset };
  }

  range(start: Mark, end: Mark): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  slice(start: Mark, end: Mark): string {
    return this.input.slice(start.index, end.index);
  }
}
