import { code, isBlankOrEnd, isBreak, isBreakOrEnd } from "./characters";
import { type Mark, scannerFailure } from "./failure";
import { fetchToken } from "./fetch";
import { Input } from "./input";
import { SimpleKeys } from "./simple-keys";
import { type Comment, type Token, type TokenType, token } from "./token";

/** Bound on block and on flow nesting, each (yaml.v2 v2.4.0, max_indents and max_flow_level). */
const deepest = 10_000;

/** Turns text into tokens, one at a time, by the rules of libyaml's scanner (yaml.v2 v2.4.0, scannerc.go). */
export class Scanner {
  readonly input: Input;
  readonly keys: SimpleKeys;
  readonly comments: Comment[] = [];
  indent = -1;
  flowLevel = 0;
  simpleKeyAllowed = true;
  private readonly indents: number[] = [];
  private queue: Token[] = [];
  private head = 0;
  private handedOut = 0;
  private started = false;

  constructor(text: string) {
    this.input = new Input(text);
    this.keys = new SimpleKeys(this.input);
  }

  peek(): Token {
    for (;;) {
      const next = this.queue[this.head];
      if (next !== undefined && !this.keys.isPending(this.handedOut)) return next;
      this.fetch();
    }
  }

  skip(): void {
    this.handedOut++;
    this.head++;
    if (this.head < 512 || this.head < this.queue.length / 2) return;
    this.queue = this.queue.slice(this.head);
    this.head = 0;
  }

  private fetch(): void {
    const { input } = this;
    input.ensure(1);
    if (!this.started) {
      this.started = true;
      this.keys.enter(0);
      this.push(token("stream-start", input.mark(), input.mark()));
      return;
    }
    this.passBlanksAndComments();
    this.unrollIndent(input.column);
    input.ensure(4);
    fetchToken(this);
  }

  private passBlanksAndComments(): void {
    const { input } = this;
    for (;;) {
      input.ensure(1);
      input.skipByteOrderMark();
      input.ensure(1);
      while (input.at() === 0x20 || (input.at() === 0x09 && (this.flowLevel > 0 || !this.simpleKeyAllowed))) {
        input.advance();
        input.ensure(1);
      }
      this.passComment();
      if (!isBreak(input.at())) return;
      input.ensure(2);
      input.takeBreak();
      if (this.flowLevel === 0) this.simpleKeyAllowed = true;
    }
  }

  passComment(): void {
    const { input } = this;
    if (input.at() !== code("#")) return;
    const start = input.mark();
    while (!isBreakOrEnd(input.at())) {
      input.advance();
      input.ensure(1);
    }
    const text = input.slice(start.index + 1, input.index);
    this.comments.push({ start, text, own: this.standsAlone(start) });
  }

  private standsAlone(start: Mark): boolean {
    const before = this.input.codes.subarray(start.index - start.column, start.index);
    return before.every((value) => value === 0x20 || value === 0x09);
  }

  push(next: Token): void {
    this.queue.push(next);
  }

  private insert(tokenNumber: number, next: Token): void {
    this.queue.splice(this.head + tokenNumber - this.handedOut, 0, next);
  }

  private get nextNumber(): number {
    return this.handedOut + this.queue.length - this.head;
  }

  saveSimpleKey(): void {
    const required = this.flowLevel === 0 && this.indent === this.input.column;
    if (this.simpleKeyAllowed) this.keys.save(this.nextNumber, required);
  }

  /** The key a `:` completes gets its token, and its mapping one too if it opens one. False if there is none. */
  claimSimpleKey(): boolean {
    const key = this.keys.claim();
    if (key === null) return false;
    this.insert(key.tokenNumber, token("key", key.mark, key.mark));
    this.rollIndent("block-mapping-start", key.mark, key.tokenNumber);
    return true;
  }

  enterFlow(): void {
    this.keys.enter(this.nextNumber);
    this.flowLevel++;
    if (this.flowLevel > deepest) this.tooDeep();
  }

  leaveFlow(): void {
    if (this.flowLevel === 0) return;
    this.flowLevel--;
    this.keys.leave();
  }

  /** Opens a block collection if `mark` stands deeper than the current one. */
  rollIndent(type: TokenType, mark: Mark, tokenNumber: number | null = null): void {
    if (this.flowLevel > 0 || this.indent >= mark.column) return;
    this.indents.push(this.indent);
    this.indent = mark.column;
    if (this.indents.length > deepest) this.tooDeep();
    const opening = token(type, mark, mark);
    if (tokenNumber === null) this.push(opening);
    else this.insert(tokenNumber, opening);
  }

  unrollIndent(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.push(token("block-end", this.input.mark(), this.input.mark()));
      this.indent = this.indents.pop() ?? -1;
    }
  }

  private tooDeep(): never {
    throw scannerFailure(`exceeded max depth of ${deepest}`, this.input.mark(), this.keys.mark);
  }

  /** Whether `---` or `...` stands here, at the start of a line. */
  isAtDocumentIndicator(): boolean {
    const { input } = this;
    const first = input.at();
    return (
      input.column === 0 &&
      (first === code("-") || first === code(".")) &&
      input.at(1) === first &&
      input.at(2) === first &&
      isBlankOrEnd(input.at(3))
    );
  }
}
