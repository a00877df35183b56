"use client";

import { useCallback } from "react";
import type { FieldPath } from "react-hook-form";
import { useEditor } from "./editor-context";
import { useEditorForm } from "./editor-form";
import type { EditorForm } from "./editor-schema";

/** Opens the card a field stands in and puts the focus on it. */
export function useFocusField() {
  const { setFocus } = useEditorForm();
  const { reveal } = useEditor();
  return useCallback(
    (path: FieldPath<EditorForm>) => {
      reveal(path);
      requestAnimationFrame(() => setFocus(path));
    },
    [reveal, setFocus],
  );
}
