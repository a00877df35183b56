import { YamlFailure } from "./failure";
import type { ContentNode, MappingNode, ScalarNode, YamlNode } from "./node";
import { quote } from "./quote";
import { resolveScalar, tags } from "./resolve";

const deepest = 200;
const longest = 65_536;
/** Half of what a key may measure without a `?` before it. */
const longestImplicitKey = 512;
const standardTag = /^tag:yaml\.org,2002:([A-Za-z0-9_-]+)$/;
const safeWord = /^[A-Za-z_/][A-Za-z0-9_./-]*$/;

/**
 * A node as one line of flow text with the same meaning: aliases written out, comments gone, tags kept. null if
 * that would be endless or out of proportion.
 */
export function toFlowText(node: YamlNode): string | null {
  try {
    return new FlowWriter().write(node);
  } catch (failure) {
    if (failure instanceof TooLarge) return null;
    throw failure;
  }
}

class TooLarge extends Error {}

const contentOf = (node: YamlNode): ContentNode => (node.kind === "alias" ? node.target : node);

const isMerge = (key: YamlNode) => key.kind === "scalar" && key.value === "<<" && key.implicit;

/** Whether `<<` may stand before it. Elsewhere it is a key like any other, and has to be quoted. */
function isMergeable(value: YamlNode): boolean {
  const content = contentOf(value);
  if (content.kind === "mapping") return true;
  return (
    content.kind === "sequence" && content.children.every((child) => contentOf(child).kind === "mapping")
  );
}

/** What tells keys apart: `a` and `"a"` are one, so are `~` and `null`; `1` and `"1"` are two. */
function identity(key: YamlNode, name: string): string {
  const content = contentOf(key);
  if (content.kind !== "scalar" || content.tag !== "") return name;
  const { tag, value } = resolveScalar(content);
  if (value !== "text") return `${tag} ${value}`;
  return tag === tags.text ? quote(content.value) : name;
}

class FlowWriter {
  private depth = 0;
  private length = 0;

  write(node: YamlNode): string {
    const content = contentOf(node);
    this.depth++;
    if (this.depth > deepest) throw new TooLarge();
    const text = tagText(content) + this.writeContent(content);
    this.depth--;
    return text;
  }

  private writeContent(node: ContentNode): string {
    switch (node.kind) {
      case "scalar":
        return this.measure(scalarText(node));
      case "sequence":
        this.measure("[]");
        return `[${node.children.map((child) => this.measure(this.write(child), 2)).join(", ")}]`;
      case "mapping":
        this.measure("{}");
        return `{${this.writePairs(node).join(", ")}}`;
    }
  }

  /** Pairs by key, the last of each: readers that are stricter than yaml.v2 refuse a key given twice. */
  private writePairs({ children }: MappingNode): string[] {
    const pairs = new Map<string, string>();
    for (let at = 0; at + 1 < children.length; at += 2) {
      const [key, value] = children.slice(at, at + 2);
      if (key === undefined || value === undefined) continue;
      const name = isMerge(key) && !isMergeable(value) ? quote("<<") : this.write(key);
      const id = identity(key, name);
      pairs.delete(id);
      pairs.set(id, this.writePair(key, name, value));
    }
    return Array.from(pairs.values());
  }

  private writePair(key: YamlNode, name: string, value: YamlNode): string {
    const content = contentOf(key);
    const isImplicit = content.kind === "scalar" && name.length <= longestImplicitKey;
    this.measure("", 4);
    return isImplicit ? `${name}: ${this.write(value)}` : `? ${name} : ${this.write(value)}`;
  }

  private measure(text: string, extra?: number): string {
    this.length += extra ?? text.length;
    if (this.length > longest) throw new TooLarge();
    return text;
  }
}

function tagText({ kind, tag }: ContentNode): string {
  const isPlainText = kind === "scalar" && (tag === "!" || tag === tags.text);
  if (tag === "" || isPlainText) return "";
  const standard = standardTag.exec(tag)?.[1];
  if (standard !== undefined) return `!!${standard} `;
  if (/^![A-Za-z0-9_-]+$/.test(tag) || tag === "!") return `${tag} `;
  return `!<${encodeURI(tag).replace(/[^\w;/?:@&=+$,.!~*'()[\]%-]/g, encodeURIComponent)}> `;
}

function scalarText(node: ScalarNode): string {
  const { tag, value, implicit } = node;
  if (tag === "" && implicit) return plainText(node);
  return tag !== "" && tag !== "!" && tag !== tags.text && safeWord.test(value) ? value : quote(value);
}

/** Plain text stays plain where it is no string, since quotes would make it one, and where no reader can err. */
function plainText(node: ScalarNode): string {
  if (node.value === "") return "null";
  if (node.value === "<<") return "<<";
  try {
    const isText = resolveScalar(node).tag === tags.text;
    return !isText || safeWord.test(node.value) ? node.value : quote(node.value);
  } catch (failure) {
    if (failure instanceof YamlFailure) return quote(node.value);
    throw failure;
  }
}
