import { defaultKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { lintGutter } from "@codemirror/lint";
import { searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { goToLine, plainCode, showFound } from "./code-base";
import { type Marked, problemKeys } from "./code-diagnostics";
import { type LineMarks, lineMarks, setLineMarks } from "./code-lines";
import { type NameSecret, secretChips } from "./code-secrets";
import type { Lines } from "./path-of-line";
import { smallestChanges } from "./smallest-changes";

export type CodeEditorOptions = {
  parent: HTMLElement;
  text: string;
  attributes: Record<string, string>;
  phrases: Record<string, string>;
  nameSecret: NameSecret;
  onType: (text: string, last: string) => void;
  onMove: (way: "undo" | "redo") => void;
  /** The line the caret went to; no lines when it left. */
  onCaret: (lines: Lines | null, number: number) => void;
};

/** What the page itself puts into the text is nobody's typing. */
const shown = Annotation.define<true>();

/** The page has one history, so the one of the browser, which menus offer, must not act on this text alone. */
const ownHistory = (onMove: CodeEditorOptions["onMove"]) =>
  EditorView.domEventHandlers({
    beforeinput: ({ inputType }) => {
      if (inputType !== "historyUndo" && inputType !== "historyRedo") return false;
      onMove(inputType === "historyUndo" ? "undo" : "redo");
      return true;
    },
  });

function extensionsFor(options: CodeEditorOptions, wrap: Compartment): Extension[] {
  const { nameSecret, onType, onMove, onCaret } = options;
  return [
    // Their gutters stand before the numbers, so they come first.
    lineMarks,
    lintGutter(),
    ...plainCode(options),
    yaml(),
    secretChips(nameSecret),
    keymap.of([...problemKeys, ...searchKeymap, ...defaultKeymap]),
    wrap.of([]),
    ownHistory(onMove),
    caretListener(onCaret),
    EditorView.updateListener.of(({ docChanged, transactions, startState, state }) => {
      if (!docChanged || transactions.every((each) => each.annotation(shown))) return;
      onType(state.doc.toString(), startState.doc.toString());
    }),
  ];
}

const caretListener = (onCaret: CodeEditorOptions["onCaret"]) =>
  EditorView.updateListener.of(({ view, state, docChanged, selectionSet, focusChanged }) => {
    if (!docChanged && !selectionSet && !focusChanged) return;
    const { doc, selection } = state;
    const lines = { count: doc.lines, at: (number: number) => doc.line(number).text };
    onCaret(view.hasFocus ? lines : null, doc.lineAt(selection.main.head).number);
  });

/** The editor of the file. It knows nothing of the page around it. */
export class CodeEditor {
  readonly view: EditorView;
  private readonly wrap = new Compartment();

  constructor(options: CodeEditorOptions) {
    const extensions = extensionsFor(options, this.wrap);
    this.view = new EditorView({ parent: options.parent, doc: options.text, extensions });
  }

  /** Caret, selection and what is in sight stay where they are, as far as the text does. */
  show(text: string): void {
    const changes = smallestChanges(this.view.state.doc.toString(), text);
    if (changes.length > 0) this.view.dispatch({ changes, annotations: shown.of(true) });
  }

  find(found: readonly Marked[]): void {
    showFound(this.view, found);
  }

  mark(marks: LineMarks): void {
    this.view.dispatch({ effects: setLineMarks.of(marks) });
  }

  /** Lines come into sight without the caret. */
  reveal(number: number): void {
    const { doc } = this.view.state;
    const { from } = doc.line(Math.min(number, doc.lines));
    this.view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "nearest", yMargin: 48 }) });
  }

  goToLine(number: number): void {
    goToLine(this.view, number);
  }

  wrapLines(on: boolean): void {
    this.view.dispatch({ effects: this.wrap.reconfigure(on ? EditorView.lineWrapping : []) });
  }
}
