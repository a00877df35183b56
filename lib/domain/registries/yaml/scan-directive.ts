import { code, isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isDigit } from "./characters";
import { type Mark, scannerFailure } from "./failure";
import { takeTagHandle, takeTagUri, takeWord } from "./scan-tag";
import type { Scanner } from "./scanner";
import { type Token, token } from "./token";

const longestVersionNumber = 2;

function passBlanks(scanner: Scanner): void {
  const { input } = scanner;
  input.ensure(1);
  while (isBlank(input.at())) {
    input.advance();
    input.ensure(1);
  }
}

function takeName(scanner: Scanner, start: Mark): string {
  const { input } = scanner;
  const name = takeWord(scanner);
  if (name === "") throw scannerFailure("could not find expected directive name", input.mark(), start);
  if (!isBlankOrEnd(input.at())) {
    throw scannerFailure("found unexpected non-alphabetical character", input.mark(), start);
  }
  return name;
}

function takeVersionNumber(scanner: Scanner, start: Mark): number {
  const { input } = scanner;
  let digits = "";
  input.ensure(1);
  while (isDigit(input.at())) {
    if (digits.length === longestVersionNumber) {
      throw scannerFailure("found extremely long version number", input.mark(), start);
    }
    digits += input.take();
    input.ensure(1);
  }
  if (digits === "") throw scannerFailure("did not find expected version number", input.mark(), start);
  return Number(digits);
}

function takeVersion(scanner: Scanner, start: Mark): string {
  const { input } = scanner;
  passBlanks(scanner);
  const major = takeVersionNumber(scanner, start);
  if (input.at() !== code(".")) {
    throw scannerFailure("did not find expected digit or '.' character", input.mark(), start);
  }
  input.advance();
  return `${major}.${takeVersionNumber(scanner, start)}`;
}

function takeTagDirective(scanner: Scanner, start: Mark): { value: string; suffix: string } {
  const { input } = scanner;
  passBlanks(scanner);
  const value = takeTagHandle(scanner, start, true);
  input.ensure(1);
  if (!isBlank(input.at())) throw scannerFailure("did not find expected whitespace", input.mark(), start);
  passBlanks(scanner);
  const suffix = takeTagUri(scanner, start);
  input.ensure(1);
  if (!isBlankOrEnd(input.at())) {
    throw scannerFailure("did not find expected whitespace or line break", input.mark(), start);
  }
  return { value, suffix };
}

function passRestOfLine(scanner: Scanner, start: Mark): void {
  const { input } = scanner;
  passBlanks(scanner);
  scanner.passComment();
  if (!isBreakOrEnd(input.at())) {
    throw scannerFailure("did not find expected comment or line break", input.mark(), start);
  }
  if (!isBreak(input.at())) return;
  input.ensure(2);
  input.takeBreak();
}

/** `%YAML 1.1` or `%TAG ! prefix`; any other is an error. */
export function scanDirective(scanner: Scanner): Token {
  const { input } = scanner;
  const start = input.mark();
  input.advance();
  const name = takeName(scanner, start);
  if (name !== "YAML" && name !== "TAG") {
    throw scannerFailure("found unknown directive name", input.mark(), start);
  }
  const parts = name === "YAML" ? { suffix: takeVersion(scanner, start) } : takeTagDirective(scanner, start);
  const type = name === "YAML" ? "version-directive" : "tag-directive";
  const directive = { ...token(type, start, input.mark()), ...parts };
  passRestOfLine(scanner, start);
  return directive;
}
