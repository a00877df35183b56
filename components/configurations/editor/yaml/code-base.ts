import { setDiagnostics } from "@codemirror/lint";
import { search } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightSpecialChars, lineNumbers, tooltips } from "@codemirror/view";
import { type Marked, toDiagnostic } from "./code-diagnostics";
import { codeTheme } from "./code-theme";

type Words = { attributes: Record<string, string>; phrases: Record<string, string> };

const nonce = () => document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

/** What every text that is typed here in lines has. */
export function plainCode({ attributes, phrases }: Words): Extension[] {
  const own = nonce();
  return [
    own ? EditorView.cspNonce.of(own) : [],
    EditorState.phrases.of(phrases),
    EditorView.contentAttributes.of(attributes),
    tooltips({ parent: document.querySelector("main") ?? document.body }),
    lineNumbers(),
    highlightSpecialChars(),
    search({ top: true }),
    codeTheme,
  ];
}

export function showFound(view: EditorView, found: readonly Marked[]): void {
  const { doc } = view.state;
  view.dispatch(
    setDiagnostics(
      view.state,
      found.map((each) => toDiagnostic(doc, each)),
    ),
  );
}

/** The caret goes to the beginning of a line, and the line into sight. */
export function goToLine(view: EditorView, number: number): void {
  const { doc } = view.state;
  const { from } = doc.line(Math.min(Math.max(number, 1), doc.lines));
  view.focus();
  const effects = EditorView.scrollIntoView(from, { y: "center" });
  view.dispatch({ selection: { anchor: from }, effects });
  view.dom.scrollIntoView({ block: "nearest" });
}
