import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const colors = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--code-key)" },
  { tag: tags.string, color: "var(--code-string)" },
  { tag: [tags.bool, tags.null, tags.keyword], color: "var(--code-bool)" },
  { tag: tags.number, color: "var(--code-number)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--code-comment)" },
]);

/** Sizes are those of the file that is only read, so that nothing moves when one takes the place of the other. */
const layout = EditorView.theme({
  "&": {
    backgroundColor: "transparent",
    color: "var(--fg)",
    minHeight: "0",
    flex: "1 1 auto",
    // The numbers of the lines lie above the lines, not above the page.
    isolation: "isolate",
  },
  "&.cm-focused": { outline: "none" },
  // Above the numbers, which stay in place while the lines scroll.
  "&.cm-focused::after": {
    content: '""',
    position: "absolute",
    inset: "0",
    border: "2px solid var(--focus)",
    borderRadius: "0 0 calc(var(--radius-lg) - 1px) calc(var(--radius-lg) - 1px)",
    pointerEvents: "none",
    zIndex: "300",
  },
  ".cm-content:focus-visible": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--stack-mono)",
    fontSize: "var(--text-code)",
    lineHeight: "1.5rem",
    overflow: "auto",
  },
  ".cm-content": { padding: "0.5rem 0", caretColor: "var(--fg)", outline: "none" },
  ".cm-line": { padding: "0 1rem 0 0" },
  ".cm-gutters": { backgroundColor: "var(--bg-subtle)", color: "var(--fg-subtle)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": {
    minWidth: "2.5rem",
    padding: "0 0.75rem 0 0",
    fontVariantNumeric: "tabular-nums",
  },
  ".cm-gutter-lint": { width: "1.5rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0.3125rem" },
  // The shapes of our own signs in our own colours, in place of CodeMirror's pictures.
  ".cm-lint-marker": { content: "normal", width: "0.875rem", height: "0.875rem" },
  ".cm-lint-marker-error": {
    backgroundColor: "var(--error)",
    clipPath: "polygon(30% 0, 70% 0, 100% 30%, 100% 70%, 70% 100%, 30% 100%, 0 70%, 0 30%)",
  },
  ".cm-lint-marker-warning": { backgroundColor: "var(--warn)", clipPath: "polygon(50% 5%, 100% 95%, 0 95%)" },
  ".cm-lint-marker-info": { backgroundColor: "var(--info)", clipPath: "circle(45%)" },
  ".cm-gutter-changed": { width: "2px" },
  ".cm-changed": { backgroundColor: "var(--ok)", width: "2px", height: "100%" },
  ".cm-marked": { backgroundColor: "var(--info-tint)" },
});

const parts = EditorView.theme({
  ".cm-secret": {
    display: "inline-flex",
    alignItems: "center",
    gap: "0.25rem",
    padding: "0 0.375rem",
    lineHeight: "1.125rem",
    verticalAlign: "top",
    marginTop: "1px",
    borderRadius: "0.25rem",
    border: "1px solid var(--border-control)",
    backgroundColor: "var(--bg-inset)",
    color: "var(--fg)",
    fontFamily: "var(--stack-sans)",
  },
  ".cm-secret-unknown": { borderColor: "var(--error)", color: "var(--error)" },
  ".cm-tooltip": {
    backgroundColor: "var(--bg-float)",
    color: "var(--fg)",
    border: "1px solid var(--border)",
    borderRadius: "0.375rem",
    boxShadow: "var(--float-shadow)",
    maxWidth: "min(32rem, 90vw)",
  },
  ".cm-diagnostic": { fontFamily: "var(--stack-sans)", fontSize: "0.8125rem", whiteSpace: "pre-line" },
  ".cm-diagnostic-error": { borderInlineStart: "3px solid var(--error)" },
  ".cm-diagnostic-warning": { borderInlineStart: "3px solid var(--warn)" },
  ".cm-diagnostic-info": { borderInlineStart: "3px solid var(--info)" },
  ".cm-lintRange": {
    backgroundImage: "none",
    textDecoration: "underline wavy 1px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-error": { textDecorationColor: "var(--error)" },
  ".cm-lintRange-warning": { textDecorationColor: "var(--warn)" },
  ".cm-lintRange-info": { textDecorationColor: "var(--info)" },
});

const search = EditorView.theme({
  ".cm-panels": { backgroundColor: "var(--bg-inset)", color: "var(--fg)" },
  ".cm-panels-top": { borderBottom: "1px solid var(--border)" },
  ".cm-panel.cm-search": {
    fontFamily: "var(--stack-sans)",
    fontSize: "0.8125rem",
    padding: "0.5rem 2.25rem 0.5rem 0.5rem",
  },
  ".cm-panel.cm-search label": {
    fontSize: "0.8125rem",
    display: "inline-flex",
    alignItems: "center",
    minHeight: "1.5rem",
  },
  ".cm-panel.cm-search [name=close]": {
    minWidth: "1.5rem",
    minHeight: "1.5rem",
    fontSize: "1rem",
    color: "var(--fg)",
  },
  ".cm-panel .cm-button": {
    backgroundImage: "none",
    backgroundColor: "var(--bg)",
    color: "var(--fg)",
    border: "1px solid var(--border-control)",
    borderRadius: "0.375rem",
    minHeight: "1.75rem",
    fontSize: "0.8125rem",
  },
  ".cm-panel .cm-textfield": {
    backgroundColor: "var(--bg)",
    color: "var(--fg)",
    border: "1px solid var(--border-control)",
    borderRadius: "0.375rem",
    minHeight: "1.75rem",
    fontSize: "0.8125rem",
  },
  ".cm-searchMatch": { backgroundColor: "var(--warn-tint)", outline: "1px solid var(--warn)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--info-tint)", outline: "1px solid var(--info)" },
});

export const codeTheme = [layout, parts, search, syntaxHighlighting(colors)];
