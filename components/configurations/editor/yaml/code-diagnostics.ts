import { type Diagnostic, forEachDiagnostic, nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import type { Text } from "@codemirror/state";
import { EditorView, type KeyBinding } from "@codemirror/view";
import type { Severity } from "@/lib/domain/registries/checks/finding";
import type { Position, Range } from "@/lib/domain/registries/yaml/source";

export type Marked = { range: Range; severity: Severity; text: string };

function offsetOf(doc: Text, { line, column }: Position): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + Math.max(column, 1) - 1, to);
}

/** Secrets are shorter in the text than in what was judged, so a place may lie behind the end of its line. */
export function toDiagnostic(doc: Text, { range, severity, text }: Marked): Diagnostic {
  const from = offsetOf(doc, range.start);
  const to = Math.max(from, offsetOf(doc, range.end));
  const line = doc.lineAt(from);
  if (to > from) return { from, to, severity, message: text };
  const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
  return { from: Math.min(from, line.from + indent), to: line.to, severity, message: text };
}

/** The sign of a place is drawn beside it; who cannot see it hears it. */
function sayHere(view: EditorView): void {
  const { from } = view.state.selection.main;
  const found: string[] = [];
  forEachDiagnostic(view.state, ({ message }, start, end) => {
    if (start <= from && from <= end) found.push(message);
  });
  view.dispatch({ effects: EditorView.announce.of(found.join("\n")) });
}

const moving = (move: (view: EditorView) => boolean) => (view: EditorView) => {
  if (move(view)) sayHere(view);
  return true;
};

export const problemKeys: KeyBinding[] = [
  { key: "F8", run: moving(nextDiagnostic), shift: moving(previousDiagnostic), stopPropagation: true },
];
