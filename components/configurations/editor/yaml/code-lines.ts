import { RangeSet, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter } from "@codemirror/view";

/** Numbers of lines, from 1. */
export type LineMarks = { marked: { first: number; last: number } | undefined; changed: ReadonlySet<number> };

export const setLineMarks = StateEffect.define<LineMarks>();

const markedLine = Decoration.line({ class: "cm-marked" });

class ChangedMarker extends GutterMarker {
  override toDOM() {
    const sign = document.createElement("div");
    sign.className = "cm-changed";
    return sign;
  }
}
const changedMarker = new ChangedMarker();

const startsOf = (doc: Text, lines: Iterable<number>): number[] =>
  [...lines]
    .filter((number) => number <= doc.lines)
    .sort((one, other) => one - other)
    .map((number) => doc.line(number).from);

const marked = StateField.define<RangeSet<Decoration>>({
  create: () => RangeSet.empty,
  update(ranges, { changes, effects, newDoc }) {
    const set = effects.find((effect) => effect.is(setLineMarks));
    if (!set?.is(setLineMarks)) return ranges.map(changes);
    const { first, last } = set.value.marked ?? { first: 1, last: 0 };
    const lines = Array.from({ length: last - first + 1 }, (_line, at) => first + at);
    return Decoration.set(startsOf(newDoc, lines).map((from) => markedLine.range(from)));
  },
  provide: (field) => EditorView.decorations.from(field),
});

const changed = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(ranges, { changes, effects, newDoc }) {
    const set = effects.find((effect) => effect.is(setLineMarks));
    if (!set?.is(setLineMarks)) return ranges.map(changes);
    return RangeSet.of(startsOf(newDoc, set.value.changed).map((from) => changedMarker.range(from)));
  },
});

/** Lines of the entry that is worked on in the fields, and lines that differ from what is saved. */
export const lineMarks = [
  marked,
  changed,
  gutter({ class: "cm-gutter-changed", markers: (view) => view.state.field(changed) }),
];
