"use client";

import { type FormEvent, useCallback } from "react";
import { useEditor } from "../editor-context";

/** What tells that somebody types in a field, for whatever stands around the fields; the field itself was told before. */
export function useTyping() {
  const { changes } = useEditor();
  return useCallback(
    ({ target }: FormEvent) => {
      const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      if (isField && target.name !== "") changes.tell(target.name, true);
    },
    [changes],
  );
}
