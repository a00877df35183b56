import { emptyScalar, event, type ParserEvent } from "./event";
import { parserFailure } from "./failure";
import { parseNode } from "./parse-node";
import type { Parser } from "./parser";
import type { TokenType } from "./token";

const afterSequenceEntry = new Set<TokenType>(["block-entry", "block-end"]);
const afterMappingPart = new Set<TokenType>(["key", "value", "block-end"]);
const afterIndentlessEntry = new Set<TokenType>(["block-entry", "key", "value", "block-end"]);

/** Passes the token that opens a collection and remembers where it stands. */
export function open(parser: Parser, first: boolean): void {
  if (!first) return;
  parser.marks.push(parser.peek().start);
  parser.scanner.skip();
}

/** Ends a collection at its closing token. */
export function close(parser: Parser, type: "sequence-end" | "mapping-end"): ParserEvent {
  const { start, end } = parser.peek();
  parser.popState();
  parser.marks.pop();
  parser.scanner.skip();
  return event(type, start, end);
}

export function refuse(parser: Parser, problem: string): never {
  throw parserFailure(problem, parser.peek().start, parser.marks.at(-1) ?? null);
}

export function parseBlockSequenceEntry(parser: Parser, first: boolean): ParserEvent {
  open(parser, first);
  const entry = parser.peek();
  if (entry.type === "block-end") return close(parser, "sequence-end");
  if (entry.type !== "block-entry") return refuse(parser, "did not find expected '-' indicator");
  const next = parser.advance();
  parser.entry = entry.start;
  if (afterSequenceEntry.has(next.type)) {
    parser.goTo("block-sequence-entry");
    return emptyScalar(entry.end);
  }
  parser.pushState("block-sequence-entry");
  return parseNode(parser, "block");
}

/** An entry of a sequence that stands no deeper than the key it belongs to; it ends without a token of its own. */
export function parseIndentlessEntry(parser: Parser): ParserEvent {
  const entry = parser.peek();
  if (entry.type !== "block-entry") {
    parser.popState();
    return event("sequence-end", entry.start, entry.start);
  }
  const next = parser.advance();
  parser.entry = entry.start;
  if (afterIndentlessEntry.has(next.type)) {
    parser.goTo("indentless-entry");
    return emptyScalar(entry.end);
  }
  parser.pushState("indentless-entry");
  return parseNode(parser, "block");
}

export function parseBlockMappingKey(parser: Parser, first: boolean): ParserEvent {
  open(parser, first);
  const key = parser.peek();
  if (key.type === "block-end") return close(parser, "mapping-end");
  if (key.type !== "key") return refuse(parser, "did not find expected key");
  const next = parser.advance();
  if (afterMappingPart.has(next.type)) {
    parser.goTo("block-mapping-value");
    return emptyScalar(key.end);
  }
  parser.pushState("block-mapping-value");
  return parseNode(parser, "block-or-indentless");
}

export function parseBlockMappingValue(parser: Parser): ParserEvent {
  const value = parser.peek();
  if (value.type !== "value") {
    parser.goTo("block-mapping-key");
    return emptyScalar(value.start);
  }
  const next = parser.advance();
  if (afterMappingPart.has(next.type)) {
    parser.goTo("block-mapping-key");
    return emptyScalar(value.end);
  }
  parser.pushState("block-mapping-key");
  return parseNode(parser, "block-or-indentless");
}
