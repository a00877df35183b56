import type { Subject } from "../compare/change";
import type { Definition, Extra } from "../schema";
import type { ConflictPart, Decisions } from "./conflict";
import type { ListKind } from "./lists";
import { mapSides, pick, type Side, type Sides } from "./sides";

/** One entry, or the file itself, while both sides of it are brought together. */
export interface Place<Held> {
  readonly decisions: Decisions;
  readonly subject: Subject;
  /** The file that holds nothing but a part of it. */
  excerpt(part: Held): Definition;
}

type Asked<Value> = { part: ConflictPart; item?: string; values: Sides<Value> };

/** Asks about one part; `excerptOf` answers null where a side has nothing there. */
export function ask<Held, Value>(
  place: Place<Held>,
  { part, item, values }: Asked<Value>,
  excerptOf: (value: Value) => Held | null,
): Side {
  const { theirs, mine } = mapSides(values, (value) => {
    const held = excerptOf(value);
    return held === null ? null : place.excerpt(held);
  });
  return place.decisions.decide({ subject: place.subject, part, theirs, mine }, item);
}

export function mergeNote(place: Place<{ note: string }>, sides: Sides<{ note: string }>): string {
  const values = mapSides(sides, ({ note }) => note);
  return pick(values, () => ask(place, { part: "note", values }, (note) => (note === "" ? null : { note })));
}

type Section<Entry> = {
  kind: Exclude<Subject["kind"], "file">;
  keyOf: (entry: Entry) => string;
  excerptOf: (entries: readonly Entry[]) => Definition;
  /** For the order: only the names. */
  bare: (entry: Entry) => Entry;
};

/** What is asked about the entries of a section as wholes. */
export function entryQuestions<Entry>(
  decisions: Decisions,
  { kind, keyOf, excerptOf, bare }: Section<Entry>,
): Pick<ListKind<Entry>, "decide" | "decideOrder"> {
  return {
    decide: (sides) => {
      const [known] = [sides.base, sides.theirs, sides.mine].filter((each) => each !== undefined);
      const subject = { kind, name: known ? keyOf(known) : "" };
      const place: Place<Entry> = { decisions, subject, excerpt: (entry) => excerptOf([entry]) };
      return ask(place, { part: "entry", values: sides }, (entry) => entry ?? null);
    },
    decideOrder: (values) => {
      const place: Place<readonly Entry[]> = { decisions, subject: { kind: "file" }, excerpt: excerptOf };
      return ask(place, { part: "order", item: kind, values }, (entries) => entries.map(bare));
    },
  };
}

type SmallPart = "endpoint" | "rewrite" | "extra";

/** A list whose entries are one thing each: both sides' halves would make one that nobody meant. */
export function smallKind<Held, Entry extends { note: string }>(
  place: Place<Held>,
  part: SmallPart,
  { keyOf, restOf, hold }: Pick<ListKind<Entry>, "keyOf" | "restOf"> & { hold: (entries: Entry[]) => Held },
): ListKind<Entry> {
  const decide = (sides: Sides<Entry | undefined>) => {
    const [known] = [sides.base, sides.theirs, sides.mine].filter((each) => each !== undefined);
    const item = known ? keyOf(known) : "";
    return ask(place, { part, item, values: sides }, (entry) => (entry === undefined ? null : hold([entry])));
  };
  return {
    keyOf,
    restOf,
    merge: (sides) => sides[decide(sides)],
    decide,
    decideOrder: (lists) =>
      ask(place, { part: "order", item: part, values: lists }, (list) => hold([...list])),
  };
}

export const extraKind = (place: Place<{ extras: Extra[] }>): ListKind<Extra> =>
  smallKind(place, "extra", {
    keyOf: ({ key }) => key,
    restOf: ({ value, note }) => [value, note],
    hold: (extras) => ({ extras }),
  });
