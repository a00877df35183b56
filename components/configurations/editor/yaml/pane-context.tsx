"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { held } from "@/lib/client/held";
import { fromForm } from "@/lib/domain/registries/form";
import { useDocument, useHistoryActions } from "../document/definition-document";
import { FileWriter } from "../document/file-writer";
import { renderEditable, renderPlain } from "../document/render-masked";
import { useEditor } from "../editor-context";
import { useEditorForm } from "../editor-form";
import { LintRunner } from "../findings/lint-runner";
import { CaretStore } from "./caret-store";
import { type PaneState, PaneStore, restingPane } from "./pane-store";
import type { readFileText } from "./read-text";
import { hasSameContent } from "./same-content";
import { StandIns } from "./stand-ins";

/** Longer texts are read away from the page: each thousand lines would hold a key up for longer than a frame. */
const mostLinesHere = 250;

type Pane = {
  store: PaneStore;
  standIns: StandIns;
  caret: CaretStore;
  /** Gives the page what reads a text, which comes with what it can be typed in with. */
  takeReader: (read: typeof readFileText) => void;
  /** The rendered file as it stands in the form this moment. */
  rendered: () => string;
  /** Writes the file as the pane shows it, with a stand-in for each secret that was typed. */
  writer: FileWriter;
  /** Shows a line of the file and puts the caret there. */
  goToLine: (line: number) => void;
  onGoToLine: (show: () => void) => () => void;
};

const PaneContext = createContext<Pane | null>(null);
const StateContext = createContext<PaneState>(restingPane);

/** The editable text of the file, and who may change it now: the fields or the pane. */
export function PaneProvider({ children }: { children: ReactNode }) {
  const { certificates } = useEditor();
  const { getValues } = useEditorForm();
  const history = useHistoryActions();
  const [state, setState] = useState(restingPane);
  const [parts] = useState(() => ({
    store: new PaneStore(),
    standIns: new StandIns(),
    caret: new CaretStore(),
    runner: new LintRunner(),
    showers: new Set<() => void>(),
    reader: held<typeof readFileText | null>(null),
  }));
  const pane = useMemo((): Pane => {
    const { store, standIns, caret, runner, showers, reader } = parts;
    const definition = () => fromForm(getValues("definition"));
    const rendered = () => renderEditable(definition(), certificates, standIns.hide);
    const writer = new FileWriter(certificates, standIns.hide);
    store.link({
      read: (text) => reader.get()?.(standIns.restore(text), certificates) ?? { ok: false, line: 1 },
      readLater: (text) => {
        if (text.split("\n", mostLinesHere + 1).length <= mostLinesHere) return null;
        const task = { kind: "read", text: standIns.restore(text), certificates } as const;
        return runner
          .run(task)
          .then((answer) => (answer.kind === "read" ? answer.reading : { ok: false, line: 1 }));
      },
      replace: history.replace,
      compare: (typed) => {
        const after = rendered();
        const same = hasSameContent(standIns.restore(typed), renderPlain(definition(), certificates));
        return same ? null : { before: standIns.conceal(typed), after };
      },
      onChange: setState,
    });
    return {
      store,
      standIns,
      caret,
      takeReader: reader.set,
      rendered,
      writer,
      goToLine: (line) => {
        store.wanted = line;
        for (const show of showers) show();
      },
      onGoToLine: (show) => {
        showers.add(show);
        return () => showers.delete(show);
      },
    };
  }, [parts, getValues, certificates, history]);
  useEffect(
    () => () => {
      parts.store.stop();
      parts.runner.stop();
    },
    [parts],
  );
  return (
    <PaneContext value={pane}>
      <StateContext value={state}>{children}</StateContext>
    </PaneContext>
  );
}

export function usePane(): Pane {
  const found = useContext(PaneContext);
  if (!found) throw new Error("Invariant: the text of the file is asked for outside of the editor");
  return found;
}

export const usePaneState = (): PaneState => useContext(StateContext);

/** The rendered file as the pane shows it, with a stand-in for each secret that was typed. */
export function useEditableText(): string {
  const { definition } = useDocument();
  const { writer } = usePane();
  return writer.write(definition).text;
}
