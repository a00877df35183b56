import type { Mark } from "./failure";
import type { ScalarStyle } from "./token";

interface NodeBase {
  readonly start: Mark;
  end: Mark;
  /** Where the `-` stands that the node is an entry of; its own start if there is none. */
  readonly entry: Mark;
  readonly anchor: string;
  readonly tag: string;
}

export interface ScalarNode extends NodeBase {
  readonly kind: "scalar";
  readonly value: string;
  readonly implicit: boolean;
  readonly style: ScalarStyle;
}

export interface SequenceNode extends NodeBase {
  readonly kind: "sequence";
  readonly children: YamlNode[];
}

export interface MappingNode extends NodeBase {
  readonly kind: "mapping";
  /** Keys and values in turn. */
  readonly children: YamlNode[];
}

export interface AliasNode extends NodeBase {
  readonly kind: "alias";
  readonly value: string;
  readonly target: ContentNode;
}

export type ContentNode = ScalarNode | SequenceNode | MappingNode;
export type YamlNode = ContentNode | AliasNode;
