import { type Mark, scannerFailure } from "./failure";
import type { Input } from "./input";

/** A key is recognised only if its `:` follows on the same line within this many characters (YAML 1.1, 9.2.4). */
const longestKey = 1024;

interface Candidate {
  possible: boolean;
  required: boolean;
  tokenNumber: number;
  mark: Mark;
}

/** Places where a key without `?` may have begun: at most one per flow level (yaml.v2 v2.4.0, scannerc.go). */
export class SimpleKeys {
  private readonly levels: Candidate[] = [];
  private readonly byToken = new Map<number, number>();

  private readonly input: Input;

  constructor(input: Input) {
    this.input = input;
  }

  private get top(): Candidate | undefined {
    return this.levels[this.levels.length - 1];
  }

  private isValid(candidate: Candidate | undefined): candidate is Candidate {
    if (candidate === undefined || !candidate.possible) return false;
    const { mark } = candidate;
    if (mark.line >= this.input.line && mark.index + longestKey >= this.input.index) return true;
    if (candidate.required) this.missingColon(mark);
    candidate.possible = false;
    return false;
  }

  private missingColon(key: Mark): never {
    throw scannerFailure("could not find expected ':'", this.input.mark(), key);
  }

  /** Whether the token of that number may still turn out to be a key, so that it must not be handed out yet. */
  isPending(tokenNumber: number): boolean {
    const level = this.byToken.get(tokenNumber);
    return level !== undefined && this.isValid(this.levels[level]);
  }

  /** The key that a `:` at this place belongs to, if there is one; it is used up. */
  claim(): { mark: Mark; tokenNumber: number } | null {
    const candidate = this.top;
    if (!this.isValid(candidate)) return null;
    candidate.possible = false;
    this.byToken.delete(candidate.tokenNumber);
    return candidate;
  }

  save(tokenNumber: number, required: boolean): void {
    this.drop();
    this.levels[this.levels.length - 1] = {
      possible: true,
      required,
      tokenNumber,
      mark: this.input.mark(),
    };
    this.byToken.set(tokenNumber, this.levels.length - 1);
  }

  drop(): void {
    const candidate = this.top;
    if (candidate === undefined || !candidate.possible) return;
    if (candidate.required) this.missingColon(candidate.mark);
    candidate.possible = false;
    this.byToken.delete(candidate.tokenNumber);
  }

  enter(tokenNumber: number): void {
    this.levels.push({ possible: false, required: false, tokenNumber, mark: this.input.mark() });
  }

  leave(): void {
    const candidate = this.levels.pop();
    if (candidate !== undefined) this.byToken.delete(candidate.tokenNumber);
  }

  /** The place named when nesting goes too deep. */
  get mark(): Mark {
    return this.top?.mark ?? this.input.mark();
  }
}
