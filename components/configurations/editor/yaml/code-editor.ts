import { defaultKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightSpecialChars, keymap, lineNumbers, tooltips } from "@codemirror/view";
import { type Marked, problemKeys, toDiagnostic } from "./code-diagnostics";
import { type LineMarks, lineMarks, setLineMarks } from "./code-lines";
import { type NameSecret, secretChips } from "./code-secrets";
import { codeTheme } from "./code-theme";
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

const nonce = () => document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

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
  const { attributes, phrases, nameSecret, onType, onMove, onCaret } = options;
  const own = nonce();
  return [
    own ? EditorView.cspNonce.of(own) : [],
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of(attributes),
    lineMarks,
    lintGutter(),
    tooltips({ parent: document.querySelector("main") ?? document.body }),
    lineNumbers(),
    highlightSpecialChars(),
    yaml(),
    secretChips(nameSecret),
    search({ top: true }),
    keymap.of([...problemKeys, ...searchKeymap, ...defaultKeymap]),
    wrap.of([]),
    codeTheme,
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
    const { doc } = this.view.state;
    this.view.dispatch(
      setDiagnostics(
        this.view.state,
        found.map((each) => toDiagnostic(doc, each)),
      ),
    );
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
    const { doc } = this.view.state;
    const { from } = doc.line(Math.min(Math.max(number, 1), doc.lines));
    this.view.focus();
    const effects = EditorView.scrollIntoView(from, { y: "center" });
    this.view.dispatch({ selection: { anchor: from }, effects });
    this.view.dom.scrollIntoView({ block: "nearest" });
  }

  wrapLines(on: boolean): void {
    this.view.dispatch({ effects: this.wrap.reconfigure(on ? EditorView.lineWrapping : []) });
  }
}
