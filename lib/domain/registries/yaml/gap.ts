import { isBlank, isBlankOrBreak } from "./characters";
import type { Input } from "./input";

/**
 * Blanks and line breaks between two words of a flow scalar. Blanks on one line stay; the first break becomes a
 * space and the rest stay breaks, unless the first is a Unicode separator, which stays too.
 */
export class Gap {
  /** A line break has been passed since the last word. */
  broken = false;
  private blanks = "";
  private first = "";
  private rest = "";

  /** Passes all blanks and breaks at the current place; `checkTab` may refuse a tab at the start of a line. */
  pass(input: Input, checkTab?: () => void): void {
    input.ensure(1);
    while (isBlankOrBreak(input.at())) {
      if (isBlank(input.at())) this.passBlank(input, checkTab);
      else this.passBreak(input);
      input.ensure(1);
    }
  }

  private passBlank(input: Input, checkTab?: () => void): void {
    if (!this.broken) {
      this.blanks += input.take();
      return;
    }
    checkTab?.();
    input.advance();
  }

  private passBreak(input: Input): void {
    input.ensure(2);
    if (this.broken) {
      this.rest += input.takeBreak();
      return;
    }
    this.blanks = "";
    this.first = input.takeBreak();
    this.broken = true;
  }

  /** The text the gap stands for; the gap is empty afterwards. */
  flush(): string {
    const folded = this.first === "\n" ? this.rest || " " : this.first + this.rest;
    const text = this.broken ? folded : this.blanks;
    this.broken = false;
    this.blanks = "";
    this.first = "";
    this.rest = "";
    return text;
  }
}
