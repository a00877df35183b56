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

class FlowWriter {
  private depth = 0;
  private length = 0;

  write(node: YamlNode): string {
    const content = node.kind === "alias" ? node.target : node;
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

  private writePairs({ children }: MappingNode): string[] {
    const pairs: string[] = [];
    for (let at = 0; at + 1 < children.length; at += 2) {
      const [key, value] = children.slice(at, at + 2);
      if (key !== undefined && value !== undefined) pairs.push(this.writePair(key, value));
    }
    return pairs;
  }

  private writePair(key: YamlNode, value: YamlNode): string {
    const name = this.write(key);
    const target = key.kind === "alias" ? key.target : key;
    const isImplicit = target.kind === "scalar" && name.length <= longestImplicitKey;
    const pair = isImplicit ? `${name}: ${this.write(value)}` : `? ${name} : ${this.write(value)}`;
    this.measure("", 4);
    return pair;
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
