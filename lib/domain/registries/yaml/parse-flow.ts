import { emptyScalar, event, type ParserEvent } from "./event";
import { close, open, refuse } from "./parse-block";
import { parseNode } from "./parse-node";
import type { Parser, State } from "./parser";
import type { Token, TokenType } from "./token";

const afterSequencePart = new Set<TokenType>(["flow-entry", "flow-sequence-end"]);
const afterPairKey = new Set<TokenType>(["value", ...afterSequencePart]);
const afterMappingPart = new Set<TokenType>(["flow-entry", "flow-mapping-end"]);
const afterMappingKey = new Set<TokenType>(["value", ...afterMappingPart]);

/** Passes the comma between entries; null stands for the end of the collection. */
function takeSeparator(
  parser: Parser,
  first: boolean,
  end: "flow-sequence-end" | "flow-mapping-end",
): Token | null {
  open(parser, first);
  let entry = parser.peek();
  if (!first && entry.type !== end) {
    const bracket = end === "flow-sequence-end" ? "]" : "}";
    if (entry.type !== "flow-entry") return refuse(parser, `did not find expected ',' or '${bracket}'`);
    entry = parser.advance();
  }
  return entry.type === end ? null : entry;
}

function parseFlowNode(parser: Parser, then: State): ParserEvent {
  parser.pushState(then);
  return parseNode(parser, "flow");
}

function parseNothing(parser: Parser, at: Token["start"], then: State): ParserEvent {
  parser.goTo(then);
  return emptyScalar(at);
}

export function parseFlowSequenceEntry(parser: Parser, first: boolean): ParserEvent {
  const entry = takeSeparator(parser, first, "flow-sequence-end");
  if (entry === null) return close(parser, "sequence-end");
  parser.entry = null;
  if (entry.type !== "key") return parseFlowNode(parser, "flow-sequence-entry");
  parser.goTo("flow-pair-key");
  parser.scanner.skip();
  return { ...event("mapping-start", entry.start, entry.end), implicit: true, flow: true };
}

/** Key of a `[key: value]` pair. A missing one swallows the token after it, as libyaml does. */
export function parsePairKey(parser: Parser): ParserEvent {
  const key = parser.peek();
  if (!afterPairKey.has(key.type)) return parseFlowNode(parser, "flow-pair-value");
  parser.scanner.skip();
  return parseNothing(parser, key.end, "flow-pair-value");
}

export function parsePairValue(parser: Parser): ParserEvent {
  const value = parser.peek();
  if (value.type === "value" && !afterSequencePart.has(parser.advance().type)) {
    return parseFlowNode(parser, "flow-pair-end");
  }
  return parseNothing(parser, value.start, "flow-pair-end");
}

export function parsePairEnd(parser: Parser): ParserEvent {
  const { start } = parser.peek();
  parser.goTo("flow-sequence-entry");
  return event("mapping-end", start, start);
}

export function parseFlowMappingKey(parser: Parser, first: boolean): ParserEvent {
  const entry = takeSeparator(parser, first, "flow-mapping-end");
  if (entry === null) return close(parser, "mapping-end");
  if (entry.type !== "key") return parseFlowNode(parser, "flow-mapping-empty-value");
  const key = parser.advance();
  if (!afterMappingKey.has(key.type)) return parseFlowNode(parser, "flow-mapping-value");
  return parseNothing(parser, key.start, "flow-mapping-value");
}

export function parseFlowMappingValue(parser: Parser, empty: boolean): ParserEvent {
  let value = parser.peek();
  if (!empty && value.type === "value") {
    value = parser.advance();
    if (!afterMappingPart.has(value.type)) return parseFlowNode(parser, "flow-mapping-key");
  }
  return parseNothing(parser, value.start, "flow-mapping-key");
}
