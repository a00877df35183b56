import type { ParserEvent } from "./event";
import { YamlFailure } from "./failure";
import type { AliasNode, ContentNode, MappingNode, SequenceNode, YamlNode } from "./node";
import { Parser } from "./parser";
import { Source } from "./source";
import type { Comment } from "./token";

export interface YamlDocument {
  /** null for a text without any document. */
  readonly root: YamlNode | null;
  /** All comments up to the end of the first document, and after it if nothing else follows. */
  readonly comments: readonly Comment[];
  readonly source: Source;
  /** Start of what comes after the first document, which K3s never reads. */
  readonly rest: number | null;
}

function toAlias(parser: Parser, event: ParserEvent, anchors: ReadonlyMap<string, ContentNode>): AliasNode {
  const target = anchors.get(event.anchor);
  if (target === undefined) {
    throw new YamlFailure(`unknown anchor '${event.anchor}' referenced`, null, event.start);
  }
  const { start, end } = event;
  return {
    kind: "alias",
    start,
    end,
    entry: parser.entry ?? start,
    anchor: "",
    tag: "",
    value: event.anchor,
    target,
  };
}

// Written out field by field: spreading is several times slower, and a file has one such object for each value.
function toContent(parser: Parser, event: ParserEvent): ContentNode {
  const { start, end, anchor, tag, value, implicit, style } = event;
  const entry = parser.entry ?? start;
  if (event.type === "scalar") {
    return { kind: "scalar", start, end, entry, anchor, tag, value, implicit, style };
  }
  const kind = event.type === "mapping-start" ? "mapping" : "sequence";
  return { kind, start, end, entry, anchor, tag, children: [] };
}

/** Builds the first document's tree. Open collections are kept in a list, so that depth costs no call stack. */
class Composer {
  private readonly anchors = new Map<string, ContentNode>();
  private readonly open: (MappingNode | SequenceNode)[] = [];
  private readonly parser: Parser;

  constructor(parser: Parser) {
    this.parser = parser;
  }

  compose(): YamlNode {
    for (;;) {
      const event = this.parser.next();
      const isEnd = event.type === "mapping-end" || event.type === "sequence-end";
      const done = isEnd ? this.close(event) : this.add(event);
      if (done !== undefined && this.open.length === 0) return done;
    }
  }

  private close(event: ParserEvent): YamlNode | undefined {
    const done = this.open.pop();
    // The end of a block collection is only noticed at the token after it.
    if (done !== undefined) done.end = event.end.index > event.start.index ? event.end : lastEnd(done);
    return done;
  }

  private add(event: ParserEvent): YamlNode | undefined {
    const { parser } = this;
    const node = event.type === "alias" ? toAlias(parser, event, this.anchors) : toContent(parser, event);
    parser.entry = null;
    this.open.at(-1)?.children.push(node);
    if (node.kind !== "alias" && event.anchor !== "") this.anchors.set(event.anchor, node);
    if (node.kind !== "mapping" && node.kind !== "sequence") return node;
    this.open.push(node);
    return undefined;
  }
}

function lastEnd(node: MappingNode | SequenceNode): YamlNode["end"] {
  return node.children.at(-1)?.end ?? node.end;
}

/** Where the next document begins, if there is anything in it, be it broken. */
function findRest(parser: Parser): number | null {
  let { index } = parser.scanner.input;
  try {
    index = parser.peek().start.index;
    if (parser.next().type === "stream-end") return null;
    const content = parser.next();
    if (content.type !== "scalar" || !content.implicit || content.value !== "") return index;
    parser.next();
    return parser.next().type === "stream-end" ? null : index;
  } catch (failure) {
    if (failure instanceof YamlFailure) return index;
    throw failure;
  }
}

/** Reads the first YAML document of a text as yaml.v2 v2.4.0 does. Throws `YamlFailure`. */
export function composeYaml(text: string): YamlDocument {
  const parser = new Parser(text);
  const { scanner } = parser;
  const source = new Source(scanner.input);
  parser.next();
  if (parser.next().type === "stream-end") {
    return { root: null, comments: scanner.comments, source, rest: null };
  }
  const root = new Composer(parser).compose();
  parser.next();
  const comments = scanner.comments.slice();
  const rest = findRest(parser);
  return { root, comments: rest === null ? scanner.comments : comments, source, rest };
}
