"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { useDocument } from "../document/definition-document";
import { useEditor } from "../editor-context";
import { usePane, usePaneState } from "../yaml/pane-context";
import { unknownReferences } from "../yaml/unknown-references";
import { certificateUseFindings } from "./certificate-uses";
import { FindingsStore, type Judged, type RowSummary } from "./findings-store";
import { LintRunner } from "./lint-runner";
import { type PlacedFinding, placeFindings } from "./place-findings";
import { useTarget } from "./target-context";

type Findings = { store: FindingsStore; runner: LintRunner };

const FindingsContext = createContext<Findings | null>(null);

/** What a person still types is not judged; the document itself follows a little sooner. */
const pause = 450;
/** Long enough for the click that took the focus away: what appears on leaving must not move its target. */
const afterLeaving = 150;

/** Judges the document whenever it rests, away from the fields. */
export function FindingsProvider({ children }: { children: ReactNode }) {
  const [findings] = useState((): Findings => ({ store: new FindingsStore(), runner: new LintRunner() }));
  const { form, definition, lines } = useDocument();
  const { certificates, credentials, writers } = useEditor();
  const { target } = useTarget();
  const { standIns } = usePane();
  const { draft } = usePaneState();
  const started = useRef(0);

  const judge = useCallback(async () => {
    const { store, runner } = findings;
    started.current += 1;
    const own = started.current;
    const text = draft === null ? writers.plain.write(definition).text : standIns.restore(draft);
    const answer = await runner.run({ kind: "lint", text, target });
    if (own !== started.current || answer.kind !== "lint") return;
    const all = [
      ...answer.findings,
      ...unknownReferences(text, definition, credentials),
      ...certificateUseFindings(text, definition, { certificates, now: new Date() }),
    ];
    store.take({ text, form, placed: placeFindings(all, form, lines) });
  }, [findings, form, definition, lines, writers, certificates, credentials, target, standIns, draft]);

  useEffect(() => {
    const isFirst = started.current === 0;
    let timer = setTimeout(judge, isFirst ? 0 : pause);
    const hurry = (event: FocusEvent) => {
      if (!(event.target instanceof Element) || !event.target.closest("[data-editor-fields]")) return;
      clearTimeout(timer);
      timer = setTimeout(judge, afterLeaving);
    };
    const once = { once: true };
    document.addEventListener("focusout", hurry, once);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("focusout", hurry);
    };
  }, [judge]);
  useEffect(() => () => findings.runner.stop(), [findings]);

  return <FindingsContext value={findings}>{children}</FindingsContext>;
}

export function useFindings(): Findings {
  const found = useContext(FindingsContext);
  if (!found) throw new Error("Invariant: findings are read outside of the editor");
  return found;
}

export function useJudged(): Judged {
  const { store } = useFindings();
  return useSyncExternalStore(
    store.subscribe,
    () => store.judged,
    () => store.judged,
  );
}

export function useFindingsAt(field: string): readonly PlacedFinding[] {
  const { store } = useFindings();
  const read = useMemo(() => () => store.at(field), [store, field]);
  return useSyncExternalStore(store.subscribe, read, read);
}

export function useRowSummary(part: string): RowSummary {
  const { store } = useFindings();
  const read = useMemo(() => () => store.row(part), [store, part]);
  return useSyncExternalStore(store.subscribe, read, read);
}
