"use client";

import { useCallback, useState } from "react";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { type TemplatesBase, type Texts, toTexts } from "./texts";

export type TextActions = {
  put: (name: TemplateName, text: string) => void;
  remove: (name: TemplateName) => void;
  /** Brings back what was removed. */
  undo: (name: TemplateName) => void;
};

/** The templates of the page as they are typed, and the texts of those that were just taken out. */
export function useTexts(start: TemplatesBase) {
  const [{ texts, removed }, set] = useState<{ texts: Texts; removed: Texts }>(() => ({
    texts: toTexts(start.templates),
    removed: {},
  }));
  const put = useCallback<TextActions["put"]>(
    (name, text) =>
      set((last) => ({ texts: { ...last.texts, [name]: text }, removed: without(last.removed, name) })),
    [],
  );
  const remove = useCallback<TextActions["remove"]>(
    (name) =>
      set((last) => ({
        texts: without(last.texts, name),
        removed: { ...last.removed, [name]: last.texts[name] ?? "" },
      })),
    [],
  );
  const undo = useCallback<TextActions["undo"]>(
    (name) =>
      set((last) => ({
        texts: { ...last.texts, [name]: last.removed[name] ?? "" },
        removed: without(last.removed, name),
      })),
    [],
  );
  /** Once saved, what was removed is in the earlier revision. */
  const forget = useCallback(() => set((last) => ({ ...last, removed: {} })), []);
  return { texts, removed, put, remove, undo, forget };
}

function without(texts: Texts, name: TemplateName): Texts {
  const { [name]: _, ...rest } = texts;
  return rest;
}
