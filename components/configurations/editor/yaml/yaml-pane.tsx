"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useDocument, useFocusedPart } from "../document/definition-document";
import { useEditor } from "../editor-context";
import { changedFrom, countLines } from "../file/changed-lines";
import { useHistoryMoves } from "../undo-buttons";
import { watchScrolling } from "../watch-scrolling";
import { CodeEditor, type CodeEditorOptions } from "./code-editor";
import type { NameSecret } from "./code-secrets";
import { useEditableText, usePane, usePaneState } from "./pane-context";
import { readFileText } from "./read-text";
import { useCaretReport } from "./use-caret";
import { useLeaving } from "./use-leaving";
import { usePaneFindings } from "./use-pane-findings";
import { usePhrases } from "./use-phrases";

/** The file to be typed in. It is loaded after the page, in place of the one that is only read. */
export function YamlPane({ wrap }: { wrap: boolean }) {
  const t = useTranslations("editor.yaml");
  const hint = useId();
  const box = useRef<HTMLDivElement>(null);
  const editor = useCodeEditor(box, { "aria-label": t("label"), "aria-describedby": hint });
  useLeaving(box);
  usePaneText(editor);
  usePaneMarks(editor);
  usePaneFindings(editor);
  useEffect(() => editor?.wrapLines(wrap), [editor, wrap]);
  return (
    <div data-yaml-pane="" className="flex min-h-0 flex-1 flex-col">
      <div ref={box} lang="en" translate="no" className="flex min-h-0 flex-1 flex-col" />
      <p id={hint} className="sr-only">
        {t("keysHint")}
      </p>
    </div>
  );
}

function useCodeEditor(box: { current: HTMLElement | null }, attributes: Record<string, string>) {
  const { store, caret, takeReader, rendered, onGoToLine } = usePane();
  const onCaret = useCaretReport();
  const nameSecret = useSecretNames();
  const phrases = usePhrases();
  const onMove = useHistoryMoves();
  const [editor, setEditor] = useState<CodeEditor | null>(null);
  // All of it stays the same while the page is open, but for what this must not begin anew for.
  const latest = useRef({ attributes, phrases, nameSecret, onMove });
  useEffect(() => {
    latest.current = { attributes, phrases, nameSecret, onMove };
  });
  useEffect(() => {
    if (!box.current) return;
    takeReader(readFileText);
    const { phrases: own, nameSecret: nameOf } = latest.current;
    const options: CodeEditorOptions = {
      parent: box.current,
      text: store.state.own ? store.text : rendered(),
      attributes: { ...latest.current.attributes, tabindex: "0" },
      phrases: own,
      nameSecret: nameOf,
      onType: (text, last) => store.type(text, last),
      onMove: (way) => latest.current.onMove(way),
      onCaret,
    };
    const made = new CodeEditor(options);
    setEditor(made);
    let frame = 0;
    const goThere = () => {
      frame = requestAnimationFrame(() => {
        if (store.wanted !== null) made.goToLine(store.wanted);
        store.wanted = null;
      });
    };
    goThere();
    const stop = onGoToLine(goThere);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      made.view.destroy();
      caret.point(null);
      // The fields are set at once, which nothing may be while the page is being drawn.
      queueMicrotask(() => store.leave());
    };
  }, [box, store, caret, takeReader, rendered, onGoToLine, onCaret]);
  return editor;
}

function useSecretNames(): NameSecret {
  const t = useTranslations("editor.yaml");
  const { credentials } = useEditor();
  return useMemo(
    () => (slug, field) => {
      if (slug === null) return { text: t("typedSecret"), known: true };
      const stored = credentials.find((each) => each.slug === slug);
      return { text: `${stored?.name ?? slug} / ${field}`, known: stored?.fields.includes(field) ?? false };
    },
    [t, credentials],
  );
}

/** The rendered file, as long as nobody types. */
function usePaneText(editor: CodeEditor | null) {
  const { store } = usePane();
  const { own, draft } = usePaneState();
  const text = useEditableText();
  useEffect(() => {
    // What was typed since the last pause is only in the store.
    if (own || draft !== null) editor?.show(store.text);
    else if (!store.state.own) editor?.show(text);
  }, [editor, store, text, own, draft]);
}

function usePaneMarks(editor: CodeEditor | null) {
  const { baseText, lines } = useDocument();
  const { focused } = useFocusedPart();
  const text = useEditableText();
  const { own, draft } = usePaneState();
  const shown = draft ?? text;
  const base = useMemo(() => countLines(baseText), [baseText]);
  const changed = useMemo(() => changedFrom(base, shown), [base, shown]);
  const marked = own || focused === null ? undefined : lines.get(focused);
  useEffect(() => {
    editor?.mark({ marked, changed });
  }, [editor, marked, changed]);
  const first = marked?.first;
  const scrolling = useRef<ReturnType<typeof watchScrolling> | null>(null);
  useEffect(() => {
    scrolling.current = editor && watchScrolling(editor.view.scrollDOM);
    return () => scrolling.current?.stop();
  }, [editor]);
  useEffect(() => {
    if (first !== undefined && !scrolling.current?.isRecent()) editor?.reveal(first);
  }, [editor, first]);
}
