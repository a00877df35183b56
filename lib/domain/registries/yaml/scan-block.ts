import { code, isBlank, isBreak, isBreakOrEnd, isDigit } from "./characters";
import { type Mark, scannerFailure } from "./failure";
import type { Scanner } from "./scanner";
import { type Token, token } from "./token";

interface Header {
  /** What becomes of the line breaks at the end: none stay, one stays, all stay. */
  chomping: "strip" | "clip" | "keep";
  /** Indentation that was written out; 0 if it follows from the text. */
  increment: number;
}

function takeChomping(scanner: Scanner, header: Header): boolean {
  const sign = scanner.input.at();
  if (sign !== code("+") && sign !== code("-")) return false;
  header.chomping = sign === code("+") ? "keep" : "strip";
  scanner.input.advance();
  scanner.input.ensure(1);
  return true;
}

function takeIncrement(scanner: Scanner, header: Header, start: Mark): void {
  const { input } = scanner;
  if (!isDigit(input.at())) return;
  if (input.at() === code("0")) {
    throw scannerFailure("found an indentation indicator equal to 0", input.mark(), start);
  }
  header.increment = input.at() - code("0");
  input.advance();
  input.ensure(1);
}

function takeHeader(scanner: Scanner, start: Mark): Header {
  const { input } = scanner;
  const header: Header = { chomping: "clip", increment: 0 };
  input.advance();
  input.ensure(1);
  const signFirst = takeChomping(scanner, header);
  takeIncrement(scanner, header, start);
  if (!signFirst && header.increment > 0) takeChomping(scanner, header);
  input.ensure(1);
  while (isBlank(input.at())) {
    input.advance();
    input.ensure(1);
  }
  scanner.passComment();
  if (!isBreakOrEnd(input.at())) {
    throw scannerFailure("did not find expected comment or line break", input.mark(), start);
  }
  if (isBreak(input.at())) {
    input.ensure(2);
    input.takeBreak();
  }
  return header;
}

/** Empty lines and indentation between lines of content. */
class Margin {
  breaks = "";
  end: Mark;

  indent: number;
  private readonly scanner: Scanner;
  private readonly start: Mark;

  constructor(scanner: Scanner, start: Mark, indent: number) {
    this.scanner = scanner;
    this.start = start;
    this.indent = indent;
    this.end = scanner.input.mark();
  }

  pass(): void {
    const { input } = this.scanner;
    let widest = 0;
    this.end = input.mark();
    for (;;) {
      this.passIndentation();
      widest = Math.max(widest, input.column);
      if (!isBreak(input.at())) break;
      input.ensure(2);
      this.breaks += input.takeBreak();
      this.end = input.mark();
    }
    if (this.indent === 0) this.indent = Math.max(widest, this.scanner.indent + 1, 1);
  }

  private passIndentation(): void {
    const { input } = this.scanner;
    const isInside = () => this.indent === 0 || input.column < this.indent;
    input.ensure(1);
    while (isInside() && input.at() === 0x20) {
      input.advance();
      input.ensure(1);
    }
    if (isInside() && input.at() === 0x09) {
      const problem = "found a tab character where an indentation space is expected";
      throw scannerFailure(problem, input.mark(), this.start);
    }
  }
}

function takeLine(scanner: Scanner): string {
  const { input } = scanner;
  const from = input.index;
  while (!isBreakOrEnd(input.at())) {
    input.advance();
    input.ensure(1);
  }
  const line = input.since(from);
  input.ensure(2);
  return line;
}

/** A `|` or `>` scalar (yaml.v2 v2.4.0, scannerc.go, yaml_parser_scan_block_scalar). */
export function scanBlockScalar(scanner: Scanner, literal: boolean): Token {
  const { input } = scanner;
  const start = input.mark();
  const { chomping, increment } = takeHeader(scanner, start);
  const indent = increment > 0 ? Math.max(scanner.indent, 0) + increment : 0;
  const margin = new Margin(scanner, start, indent);
  margin.pass();
  input.ensure(1);
  let value = "";
  let lineBreak = "";
  let afterBlank = false;
  while (input.column === margin.indent && input.at() !== 0) {
    const blank = isBlank(input.at());
    const folds = !literal && !afterBlank && !blank && lineBreak === "\n";
    value += folds ? margin.breaks || " " : lineBreak + margin.breaks;
    margin.breaks = "";
    afterBlank = blank;
    value += takeLine(scanner);
    lineBreak = input.takeBreak();
    margin.pass();
  }
  if (chomping !== "strip") value += lineBreak;
  if (chomping === "keep") value += margin.breaks;
  return { ...token("scalar", start, margin.end), value, style: literal ? "literal" : "folded" };
}
