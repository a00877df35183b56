import { emptyScalar, event, type ParserEvent } from "./event";
import { type Mark, parserFailure } from "./failure";
import {
  parseBlockMappingKey,
  parseBlockMappingValue,
  parseBlockSequenceEntry,
  parseIndentlessEntry,
} from "./parse-block";
import {
  parseFlowMappingKey,
  parseFlowMappingValue,
  parseFlowSequenceEntry,
  parsePairEnd,
  parsePairKey,
  parsePairValue,
} from "./parse-flow";
import { parseNode } from "./parse-node";
import { Scanner } from "./scanner";
import type { Token, TokenType } from "./token";

export type State =
  | "stream-start"
  | "implicit-document-start"
  | "document-start"
  | "document-content"
  | "document-end"
  | "block-node"
  | "block-sequence-first"
  | "block-sequence-entry"
  | "indentless-entry"
  | "block-mapping-first"
  | "block-mapping-key"
  | "block-mapping-value"
  | "flow-sequence-first"
  | "flow-sequence-entry"
  | "flow-pair-key"
  | "flow-pair-value"
  | "flow-pair-end"
  | "flow-mapping-first"
  | "flow-mapping-key"
  | "flow-mapping-value"
  | "flow-mapping-empty-value"
  | "end";

const handlers: Readonly<Record<State, (parser: Parser) => ParserEvent>> = {
  "stream-start": (parser) => parser.startStream(),
  "implicit-document-start": (parser) => parser.startDocument(true),
  "document-start": (parser) => parser.startDocument(false),
  "document-content": (parser) => parser.parseContent(),
  "document-end": (parser) => parser.endDocument(),
  "block-node": (parser) => parseNode(parser, "block"),
  "block-sequence-first": (parser) => parseBlockSequenceEntry(parser, true),
  "block-sequence-entry": (parser) => parseBlockSequenceEntry(parser, false),
  "indentless-entry": parseIndentlessEntry,
  "block-mapping-first": (parser) => parseBlockMappingKey(parser, true),
  "block-mapping-key": (parser) => parseBlockMappingKey(parser, false),
  "block-mapping-value": parseBlockMappingValue,
  "flow-sequence-first": (parser) => parseFlowSequenceEntry(parser, true),
  "flow-sequence-entry": (parser) => parseFlowSequenceEntry(parser, false),
  "flow-pair-key": parsePairKey,
  "flow-pair-value": parsePairValue,
  "flow-pair-end": parsePairEnd,
  "flow-mapping-first": (parser) => parseFlowMappingKey(parser, true),
  "flow-mapping-key": (parser) => parseFlowMappingKey(parser, false),
  "flow-mapping-value": (parser) => parseFlowMappingValue(parser, false),
  "flow-mapping-empty-value": (parser) => parseFlowMappingValue(parser, true),
  end: (parser) => event("stream-end", parser.scanner.input.mark(), parser.scanner.input.mark()),
};

/** What an explicit document begins with. */
const explicitStart = new Set<TokenType>([
  "version-directive",
  "tag-directive",
  "document-start",
  "stream-end",
]);
const emptyDocument = new Set<TokenType>([...explicitStart, "document-end"]);

const standardHandles: readonly (readonly [handle: string, prefix: string])[] = [
  ["!", "!"],
  ["!!", "tag:yaml.org,2002:"],
];

/** Turns tokens into events by libyaml's grammar; a pushdown automaton, so nesting needs no call stack. */
export class Parser {
  readonly scanner: Scanner;
  /** Where the `-` of the sequence entry stands whose node comes next. */
  entry: Mark | null = null;
  /** Starts of the open collections, named as context of errors. */
  readonly marks: Mark[] = [];
  private state: State = "stream-start";
  private readonly states: State[] = [];
  private readonly handles = new Map<string, string>();

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  next(): ParserEvent {
    return handlers[this.state](this);
  }

  peek(): Token {
    return this.scanner.peek();
  }

  /** Drops the current token and gives the one after it. */
  advance(): Token {
    this.scanner.skip();
    return this.scanner.peek();
  }

  goTo(state: State): void {
    this.state = state;
  }

  /** The state to come back to when the node that begins now is complete. */
  pushState(state: State): void {
    this.states.push(state);
  }

  popState(): void {
    this.state = this.states.pop() ?? "end";
  }

  startStream(): ParserEvent {
    const { start, end } = this.peek();
    this.scanner.skip();
    this.state = "implicit-document-start";
    return event("stream-start", start, end);
  }

  startDocument(implicit: boolean): ParserEvent {
    let first = this.peek();
    while (!implicit && first.type === "document-end") first = this.advance();
    if (first.type === "stream-end") {
      this.scanner.skip();
      this.state = "end";
      return event("stream-end", first.start, first.end);
    }
    this.pushState("document-end");
    this.readDirectives();
    if (implicit && !explicitStart.has(first.type)) {
      this.state = "block-node";
      return event("document-start", first.start, first.end);
    }
    const marker = this.peek();
    if (marker.type !== "document-start") {
      throw parserFailure("did not find expected <document start>", marker.start);
    }
    this.scanner.skip();
    this.state = "document-content";
    return event("document-start", first.start, marker.end);
  }

  parseContent(): ParserEvent {
    const first = this.peek();
    if (!emptyDocument.has(first.type)) return parseNode(this, "block");
    this.popState();
    return emptyScalar(first.start);
  }

  endDocument(): ParserEvent {
    const { type, start, end } = this.peek();
    if (type === "document-end") this.scanner.skip();
    this.handles.clear();
    this.state = "document-start";
    return event("document-end", start, type === "document-end" ? end : start);
  }

  private readDirectives(): void {
    let directive = this.peek();
    let versioned = false;
    while (directive.type === "version-directive" || directive.type === "tag-directive") {
      if (directive.type === "tag-directive") this.declareHandle(directive);
      else checkVersion(directive, versioned);
      versioned ||= directive.type === "version-directive";
      directive = this.advance();
    }
    for (const [handle, prefix] of standardHandles) {
      if (!this.handles.has(handle)) this.handles.set(handle, prefix);
    }
  }

  private declareHandle({ value, suffix, start }: Token): void {
    if (this.handles.has(value)) throw parserFailure("found duplicate %TAG directive", start);
    this.handles.set(value, suffix);
  }

  /** The full tag a handle and suffix stand for; null if the handle was never declared. */
  resolveTag(handle: string, suffix: string): string | null {
    if (handle === "") return suffix;
    const prefix = this.handles.get(handle);
    return prefix === undefined || prefix + suffix === "" ? null : prefix + suffix;
  }
}

function checkVersion({ suffix, start }: Token, versioned: boolean): void {
  if (versioned) throw parserFailure("found duplicate %YAML directive", start);
  if (suffix !== "1.1") throw parserFailure("found incompatible YAML document", start);
}
