"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { BottomBar } from "./bottom-bar";
import type { EditorRights } from "./configuration-editor";
import { useFocusedPart } from "./document/definition-document";
import { useTyping } from "./document/use-typing";
import { useEditor } from "./editor-context";
import { EditorToolbar } from "./editor-toolbar";
import { FilePane } from "./file/file-pane";
import { ProblemsStrip } from "./findings/problems-strip";
import { useProblemKeys } from "./findings/use-problem-keys";
import { PausableFields } from "./pausable-fields";
import { ReadOnlyNote } from "./read-only-note";
import { ReadOnlyTests } from "./read-only-tests";
import { SplitPanes } from "./split/split-panes";
import { useOpenedPlace } from "./use-opened-place";
import type { Base } from "./use-save";
import { useUrlChoice } from "./use-url-choice";
import { editorViews } from "./view-tabs";
import { BrokenBanner } from "./yaml/broken-banner";
import { usePane } from "./yaml/pane-context";
import { useFieldsFollowCaret } from "./yaml/use-caret";

type EditorPanesProps = { base: Base; rights: EditorRights; split: number; children: ReactNode };

/** The form and the file beside it, with what can be done to both above and what was found about them below. */
export function EditorPanes({ base, rights, split, children }: EditorPanesProps) {
  const [view, setView] = useUrlChoice("view", editorViews, "split");
  const fields = useFocusTracking();
  const onTyping = useTyping();
  const [problemsOpen, setProblemsOpen] = useState(false);
  const problems = useRef<HTMLOListElement>(null);
  const showField = useProblemKeys();
  useFieldsFollowCaret(fields);
  useOpenedPlace();
  useFieldsInSight(() => {
    if (view === "file") flushSync(() => setView("split"));
  });
  useFileInSight(() => {
    if (view === "form") flushSync(() => setView("split"));
    if (isNarrow()) flushSync(() => setView("file"));
  });
  return (
    <>
      <EditorToolbar
        view={view}
        onView={setView}
        base={base}
        mayWrite={rights.mayWrite}
        onShowProblems={(severity) => {
          flushSync(() => setProblemsOpen(true));
          const row = problems.current?.querySelector(`[data-severity="${severity}"] [data-show]`);
          if (row instanceof HTMLElement) row.focus();
        }}
      />
      <SplitPanes
        view={view}
        start={split}
        fields={
          <div ref={fields} data-editor-fields="" className="space-y-8" onChange={onTyping}>
            {rights.mayWrite || rights.isArchived ? null : <ReadOnlyNote />}
            {rights.mayWrite ? null : <ReadOnlyTests />}
            <PausableFields mayWrite={rights.mayWrite} isNew={base.id === null} />
          </div>
        }
        file={
          <div className="flex flex-col lg:sticky lg:top-16 lg:max-h-[max(20rem,calc(100dvh-5rem-var(--bottom-bar,8rem)))]">
            <FilePane
              saved={base.id === null ? null : { id: base.id, number: base.number }}
              mayExport={rights.mayExport}
            />
          </div>
        }
      />
      <BottomBar>
        {view === "file" ? <BrokenBanner brief /> : null}
        <ProblemsStrip open={problemsOpen} onToggle={setProblemsOpen} onShow={showField} list={problems} />
        {children}
      </BottomBar>
    </>
  );
}

/** Tells the file which part of it the focus is in. */
function useFocusTracking() {
  const fields = useRef<HTMLDivElement>(null);
  const { setFocused } = useFocusedPart();
  useEffect(() => {
    const element = fields.current;
    const follow = (event: FocusEvent) => {
      const part = event.target instanceof Element ? event.target.closest("[data-path]") : null;
      setFocused(part?.getAttribute("data-path") ?? null);
    };
    element?.addEventListener("focusin", follow);
    return () => element?.removeEventListener("focusin", follow);
  }, [setFocused]);
  return fields;
}

const isNarrow = () => !window.matchMedia("(min-width: 1024px)").matches;

/** The same for a line of the file. */
function useFileInSight(show: () => void) {
  const { onGoToLine } = usePane();
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => onGoToLine(() => latest.current()), [onGoToLine]);
}

/** A field that is to be shown must not stand in a pane that is away. */
function useFieldsInSight(show: () => void) {
  const { onReveal } = useEditor();
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => onReveal(() => latest.current()), [onReveal]);
}
