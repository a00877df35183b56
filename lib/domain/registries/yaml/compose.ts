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

const commonFields = (parser: Parser, { start, end, anchor, tag }: ParserEvent) => ({
  start,
  end,
  anchor,
  tag,
  entry: parser.entry ?? start,
});

function toAlias(parser: Parser, event: ParserEvent, anchors: ReadonlyMap<string, ContentNode>): AliasNode {
  const target = anchors.get(event.anchor);
  if (target === undefined) {
    throw new YamlFailure(`unknown anchor '${event.anchor}' referenced`, null, event.start);
  }
  const fields = { ...commonFields(parser, event), anchor: "" };
  return { ...fields, kind: "alias", value: event.anchor, target };
}

function toContent(parser: Parser, event: ParserEvent): ContentNode {
  const fields = commonFields(parser, event);
  if (event.type === "mapping-start") return { ...fields, kind: "mapping", children: [] };
  if (event.type === "sequence-start") return { ...fields, kind: "sequence", children: [] };
  return { ...fields, kind: "scalar", value: event.value, implicit: event.implicit, style: event.style };
}

/** Builds the first document's tree. Open collections are kept in a list, so that depth costs no call stack. */
function composeDocument(parser: Parser): YamlNode {
  const anchors = new Map<string, ContentNode>();
  const open: (MappingNode | SequenceNode)[] = [];
  for (;;) {
    const event = parser.next();
    const parent = open.at(-1);
    let done: YamlNode | undefined;
    if (event.type === "mapping-end" || event.type === "sequence-end") {
      done = open.pop();
      // The end of a block collection is only noticed at the token after it.
      if (done !== undefined) done.end = event.end.index > event.start.index ? event.end : lastEnd(done);
    } else {
      const node = event.type === "alias" ? toAlias(parser, event, anchors) : toContent(parser, event);
      parser.entry = null;
      parent?.children.push(node);
      if (node.kind !== "alias" && event.anchor !== "") anchors.set(event.anchor, node);
      if (node.kind === "mapping" || node.kind === "sequence") open.push(node);
      else done = node;
    }
    if (done !== undefined && open.length === 0) return done;
  }
}

function lastEnd(node: YamlNode): YamlNode["end"] {
  return (
    (node.kind === "mapping" || node.kind === "sequence" ? node.children.at(-1)?.end : undefined) ?? node.end
  );
}

/** Where the next document begins, if there is anything in it, be it broken. */
function findRest(parser: Parser): number | null {
  const { start } = parser.peek();
  try {
    let event = parser.next();
    if (event.type === "stream-end") return null;
    event = parser.next();
    const isEmpty = event.type === "scalar" && event.implicit && event.value === "";
    if (!isEmpty) return start.index;
    parser.next();
    return parser.next().type === "stream-end" ? null : start.index;
  } catch (failure) {
    if (failure instanceof YamlFailure) return start.index;
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
  const root = composeDocument(parser);
  parser.next();
  const comments = scanner.comments.slice();
  const rest = findRest(parser);
  return { root, comments: rest === null ? scanner.comments : comments, source, rest };
}
