"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { type DraftKey, followSignOuts, putDraft, removeDraft } from "@/lib/client/draft-storage";
import { holdPage } from "@/lib/client/page-lock";
import { randomKey } from "@/lib/client/random-key";
import { type Draft, toDraft } from "@/lib/domain/configurations/draft";
import { fromForm } from "@/lib/domain/registries/form";
import { countChanges } from "@/lib/domain/registries/form-changes";
import { useEditor } from "../editor-context";
import { useEditorForm } from "../editor-form";
import type { Base } from "../use-save";
import { usePane, usePaneState } from "../yaml/pane-context";
import { DraftKeeper } from "./draft-keeper";

/** What stands in the key for a configuration that is not stored yet. */
const unstored = "new";

const configurationKey = ({ id }: Base) => id ?? unstored;

export type Keeping = {
  keeper: DraftKeeper;
  /** Of this page alone: another tab keeps its own. */
  key: DraftKey;
  /** Whether the browser takes drafts; true until it was tried. */
  kept: boolean;
};

/** Keeps what is unsaved on this page, for the time after a crash, an expired session or a tab that was closed. */
export function useDraftKeeper(person: string, base: Base): Keeping {
  const [page] = useState(randomKey);
  const [kept, setKept] = useState(true);
  const configuration = configurationKey(base);
  const key = useMemo((): DraftKey => [person, configuration, page], [person, configuration, page]);
  const read = useUnsaved(base);
  const latest = useRef({ key, read });
  useEffect(() => {
    latest.current = { key, read };
  });
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        read: () => latest.current.read(),
        write: (draft) => putDraft(latest.current.key, draft),
        remove: () => removeDraft(latest.current.key),
        onKept: setKept,
      }),
  );
  useTouches(keeper, base);
  useEffect(() => holdPage(page), [page]);
  useEffect(followSignOuts, []);
  return { keeper, key, kept };
}

/** Reads what is unsaved this moment, ahead of what the page shows of it. */
function useUnsaved(base: Base): () => Draft | null {
  const { getValues } = useEditorForm();
  const { store } = usePane();
  return () => {
    const { name, message, definition: form } = getValues();
    const definition = fromForm(form);
    const isPartial = store.state.broken !== null;
    if (!isPartial && countChanges(base.definition, definition) === 0) return null;
    const about = { name, message, isPartial, baseNumber: base.number, savedAt: Date.now() };
    return toDraft({ ...about, definition, base: base.definition });
  };
}

function useTouches(keeper: DraftKeeper, base: Base): void {
  const { changes } = useEditor();
  const { own, broken } = usePaneState();
  useEffect(() => changes.subscribe(() => keeper.touch()), [changes, keeper]);
  useEffect(() => {
    if (own || broken) keeper.touch();
  }, [keeper, own, broken]);
  // A save, or a newer revision beneath the same work.
  const saved = useRef(base);
  useEffect(() => {
    if (saved.current !== base) void keeper.flush();
    saved.current = base;
  }, [keeper, base]);
  useEffect(() => {
    const flush = () => void keeper.flush();
    const onHide = () => {
      if (document.visibilityState === "hidden") flush();
    };
    // The browser may ask before it leaves, and writing then is surer than in the last moment.
    window.addEventListener("beforeunload", flush);
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      window.removeEventListener("beforeunload", flush);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", onHide);
      // The page is left: what was typed since the last pause is kept as well.
      flush();
    };
  }, [keeper]);
}
