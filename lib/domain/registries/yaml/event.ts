import type { Mark } from "./failure";
import type { ScalarStyle } from "./token";

export type EventType =
  | "stream-start"
  | "stream-end"
  | "document-start"
  | "document-end"
  | "alias"
  | "scalar"
  | "sequence-start"
  | "sequence-end"
  | "mapping-start"
  | "mapping-end";

export interface ParserEvent {
  readonly type: EventType;
  readonly start: Mark;
  readonly end: Mark;
  /** Name given by `&` or asked for by `*`; empty if there is none. */
  readonly anchor: string;
  /** Tag with its handle resolved; empty if there is none. */
  readonly tag: string;
  readonly value: string;
  /** The value's type is to be found from its text: it is plain and has no tag, or has the tag `!`. */
  readonly implicit: boolean;
  readonly style: ScalarStyle;
  readonly flow: boolean;
}

export const event = (type: EventType, start: Mark, end: Mark): ParserEvent => ({
  type,
  start,
  end,
  anchor: "",
  tag: "",
  value: "",
  implicit: false,
  style: "plain",
  flow: false,
});

/** A value that is not there, as after a key without one: null. */
export const emptyScalar = (at: Mark): ParserEvent => ({ ...event("scalar", at, at), implicit: true });
