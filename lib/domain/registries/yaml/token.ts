import type { Mark } from "./failure";

export type TokenType =
  | "stream-start"
  | "stream-end"
  | "version-directive"
  | "tag-directive"
  | "document-start"
  | "document-end"
  | "block-sequence-start"
  | "block-mapping-start"
  | "block-end"
  | "flow-sequence-start"
  | "flow-sequence-end"
  | "flow-mapping-start"
  | "flow-mapping-end"
  | "block-entry"
  | "flow-entry"
  | "key"
  | "value"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export interface Token {
  readonly type: TokenType;
  readonly start: Mark;
  readonly end: Mark;
  /** Scalar text, name of an anchor or alias, handle of a tag or tag directive. */
  readonly value: string;
  /** Rest of a tag, prefix of a tag directive, version of a version directive. */
  readonly suffix: string;
  readonly style: ScalarStyle;
}

export const token = (type: TokenType, start: Mark, end: Mark): Token => ({
  type,
  start,
  end,
  value: "",
  suffix: "",
  style: "plain",
});

/** A comment, in the order of the text; `own` when nothing but blanks stands before it on its line. */
export interface Comment {
  readonly start: Mark;
  readonly text: string;
  readonly own: boolean;
}
