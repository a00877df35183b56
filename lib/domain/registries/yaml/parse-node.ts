import { type EventType, event, type ParserEvent } from "./event";
import { parserFailure } from "./failure";
import type { Parser, State } from "./parser";
import type { Token, TokenType } from "./token";

/** Where a node stands: flow, block, or block where a sequence may begin without being indented. */
export type Context = "flow" | "block" | "block-or-indentless";

interface Collection {
  readonly type: EventType;
  readonly state: State;
  readonly flow: boolean;
}

const flowCollections: ReadonlyMap<TokenType, Collection> = new Map<TokenType, Collection>([
  ["flow-sequence-start", { type: "sequence-start", state: "flow-sequence-first", flow: true }],
  ["flow-mapping-start", { type: "mapping-start", state: "flow-mapping-first", flow: true }],
]);

const blockCollections: ReadonlyMap<TokenType, Collection> = new Map<TokenType, Collection>([
  ...flowCollections,
  ["block-sequence-start", { type: "sequence-start", state: "block-sequence-first", flow: false }],
  ["block-mapping-start", { type: "mapping-start", state: "block-mapping-first", flow: false }],
]);

const indentlessSequence: Collection = { type: "sequence-start", state: "indentless-entry", flow: false };

const collections: Readonly<Record<Context, ReadonlyMap<TokenType, Collection>>> = {
  flow: flowCollections,
  block: blockCollections,
  "block-or-indentless": new Map([...blockCollections, ["block-entry", indentlessSequence]]),
};

interface Properties {
  readonly anchor: Token | null;
  readonly tag: Token | null;
}

/** At most one anchor and one tag, in either order. */
function takeProperties(parser: Parser): Properties {
  const first = parser.peek();
  if (first.type !== "anchor" && first.type !== "tag") return { anchor: null, tag: null };
  const second = parser.advance();
  const other = first.type === "anchor" ? "tag" : "anchor";
  const taken = second.type === other ? second : null;
  if (taken !== null) parser.scanner.skip();
  return first.type === "anchor" ? { anchor: first, tag: taken } : { anchor: taken, tag: first };
}

function resolveTag(parser: Parser, tag: Token | null, start: ParserEvent["start"]): string {
  if (tag === null) return "";
  const full = parser.resolveTag(tag.value, tag.suffix);
  if (full === null) throw parserFailure("found undefined tag handle", tag.start, start);
  return full;
}

function parseScalar(parser: Parser, scalar: Token, properties: ParserEvent): ParserEvent {
  parser.popState();
  parser.scanner.skip();
  const { start, anchor, tag } = properties;
  const { end, value, style } = scalar;
  const implicit = (tag === "" && style === "plain") || tag === "!";
  return { type: "scalar", start, end, anchor, tag, value, implicit, style, flow: false };
}

/** One node with its properties (yaml.v2 v2.4.0, parserc.go, yaml_parser_parse_node). */
export function parseNode(parser: Parser, context: Context): ParserEvent {
  const first = parser.peek();
  if (first.type === "alias") {
    parser.popState();
    parser.scanner.skip();
    return { ...event("alias", first.start, first.end), anchor: first.value };
  }
  const { anchor, tag: tagToken } = takeProperties(parser);
  const content = parser.peek();
  const { start } = first;
  const tag = resolveTag(parser, tagToken, start);
  const lastProperty = laterOf(anchor, tagToken);
  const properties: ParserEvent = {
    type: "scalar",
    start,
    end: lastProperty?.end ?? start,
    anchor: anchor?.value ?? "",
    tag,
    value: "",
    implicit: tag === "",
    style: "plain",
    flow: false,
  };
  if (content.type === "scalar") return parseScalar(parser, content, properties);
  const collection = collections[context].get(content.type);
  if (collection !== undefined) {
    parser.goTo(collection.state);
    return { ...properties, type: collection.type, flow: collection.flow, end: content.end };
  }
  if (lastProperty !== null) {
    parser.popState();
    return properties;
  }
  throw parserFailure("did not find expected node content", content.start, start);
}

function laterOf(one: Token | null, other: Token | null): Token | null {
  if (one === null || other === null) return one ?? other;
  return one.end.index > other.end.index ? one : other;
}
