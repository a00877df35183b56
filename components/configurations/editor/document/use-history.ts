"use client";

import { useCallback, useMemo, useState } from "react";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { useEditorForm } from "../editor-form";
import type { EditorForm } from "../editor-schema";
import type { Base } from "../use-save";
import { Applier, type RowMatches } from "./apply-definition";
import { type History, record, redo, rewrite, startHistory, undo } from "./history";
import { Origins } from "./origins";
import { share } from "./share";
import { useSettledForm } from "./use-settled-form";

export type HistoryActions = {
  /** Answers with the first field that was changed; null when there was nothing to go back to. */
  undo: () => string | null;
  redo: () => string | null;
  /** Replaces the whole definition as one step; what follows closely under the same label joins it. */
  replace: (next: (now: DefinitionForm) => DefinitionForm, label?: string) => string | null;
  /** The same for a definition that stands on a newer revision; states before it still stand on theirs. */
  replaceOnto: (next: (now: DefinitionForm) => DefinitionForm, old: Base) => string | null;
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
  /** The revision this state was made on, where that is not the one the page stands on. */
  origin: Base | undefined;
  /** These stay the same. */
  actions: HistoryActions;
};

type Move = (history: History<DefinitionForm>) => History<DefinitionForm>;

/** One history for all edits of the definition, whichever part of the page made them. */
export function useHistory(start: EditorForm["definition"], matches: RowMatches): DocumentHistory {
  const form = useEditorForm();
  // The history is read by what a key or a timer calls, so the newest one must be at hand without a new drawing.
  const [holder] = useState(() => ({ history: startHistory(start) }));
  const [origins] = useState(() => new Origins());
  const [shown, setShown] = useState(holder.history);
  const take = useCallback(
    (next: History<DefinitionForm>) => {
      holder.history = next;
      setShown(next);
    },
    [holder],
  );
  const settle = useSettledForm({
    last: () => holder.history.present,
    onSettled: (settled, field) => {
      const { history } = holder;
      const state = origins.inherit(history.present, share(history.present, settled));
      take(record(history, state, { label: field, at: performance.now() }));
    },
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
          const shared = origins.inherit(history.present, share(history.present, next(history.present)));
          return record(history, shared, { label, at: performance.now() });
        }),
      replaceOnto: (next, old) =>
        move((history) => {
          const shared = share(history.present, next(history.present));
          // The same content, now on another revision: a state of its own, so that each knows where it stands.
          const state = shared === history.present ? { ...shared } : shared;
          origins.mark([...history.past, history.present], old);
          return { ...record(history, state, { label: "", at: performance.now() }), present: state };
        }),
      rewrite: (change: (state: DefinitionForm) => DefinitionForm) => {
        move((history) => rewrite(history, (state) => origins.inherit(state, share(state, change(state)))));
      },
    };
  }, [form, matches, holder, origins, take, settle]);

  const { present, past, future } = shown;
  const origin = origins.of(present);
  return { form: present, canUndo: past.length > 0, canRedo: future.length > 0, origin, actions };
}
