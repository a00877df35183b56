"use client";

import { useCallback, useMemo, useState } from "react";
import type { DefinitionForm } from "@/lib/domain/registries/form";
import type { EditorForm } from "../editor-form";
import { useEditorForm } from "../editor-form";
import { Applier, type RowMatches } from "./apply-definition";
import { type History, record, redo, rewrite, startHistory, undo } from "./history";
import { share } from "./share";
import { useSettledForm } from "./use-settled-form";

export type HistoryActions = {
  /** Answers with the first field that was changed; null when there was nothing to go back to. */
  undo: () => string | null;
  redo: () => string | null;
  /** Replaces the whole definition as one step; what follows closely under the same label joins it. */
  replace: (next: (now: DefinitionForm) => DefinitionForm, label?: string) => string | null;
  /** Notes what was just done. What it answers takes that back later, or calls what does where more was done since. */
  mark: () => (putBack: () => void) => void;
  /** Changes what is shown and every state alike; not a step. */
  rewrite: (change: (state: DefinitionForm) => DefinitionForm) => void;
};

type DocumentHistory = {
  /** The state of the form, a moment behind it. Equal parts of two states are one object. */
  form: DefinitionForm;
  canUndo: boolean;
  canRedo: boolean;
  /** These stay the same. */
  actions: HistoryActions;
};

type Move = (history: History<DefinitionForm>) => History<DefinitionForm>;

/** One history for all edits of the definition, whichever part of the page made them. */
export function useHistory(start: EditorForm["definition"], matches: RowMatches): DocumentHistory {
  const form = useEditorForm();
  // The history is read by what a key or a timer calls, so the newest one must be at hand without a new drawing.
  const [holder] = useState(() => ({ history: startHistory(start) }));
  const [shown, setShown] = useState(holder.history);
  const take = useCallback(
    (next: History<DefinitionForm>) => {
      holder.history = next;
      setShown(next);
    },
    [holder],
  );
  const settle = useSettledForm((settled, field) => {
    const { history } = holder;
    take(record(history, share(history.present, settled), { label: field, at: performance.now() }));
  });

  const actions = useMemo((): HistoryActions => {
    const move = (change: Move) => {
      settle();
      const { history } = holder;
      const next = change(history);
      if (next === history) return null;
      const applier = new Applier(form, matches);
      applier.apply(history.present, next.present);
      take(next);
      return applier.first;
    };
    const mark = () => {
      settle();
      const { present } = holder.history;
      return (putBack: () => void) => {
        settle();
        if (holder.history.present === present) move(undo);
        else if (!holder.history.future.includes(present)) putBack();
      };
    };
    return {
      mark,
      undo: () => move(undo),
      redo: () => move(redo),
      replace: (next, label = "") =>
        move((history) => {
          const shared = share(history.present, next(history.present));
          return record(history, shared, { label, at: performance.now() });
        }),
      rewrite: (change: (state: DefinitionForm) => DefinitionForm) => {
        move((history) => rewrite(history, (state) => share(state, change(state))));
      },
    };
  }, [form, matches, holder, take, settle]);

  const { present, past, future } = shown;
  return { form: present, canUndo: past.length > 0, canRedo: future.length > 0, actions };
}
