"use client";

import { useCallback } from "react";
import { useFocusedPart } from "../document/definition-document";
import { useEditor } from "../editor-context";
import type { EditorPlace } from "./field-of-path";

/** Opens the card a place stands in, puts the focus on its field and marks its lines in the file. */
export function useGoTo() {
  const { reveal } = useEditor();
  const { setFocused } = useFocusedPart();
  return useCallback(
    (place: EditorPlace) => {
      reveal(place.field);
      // The card must be on the page first.
      requestAnimationFrame(() => {
        focusField(place.field);
        setFocused(place.part);
      });
    },
    [reveal, setFocused],
  );
}

/** What has no field of its own, such as a key K3s does not read, is marked by `data-field`. */
export function focusField(field: string): void {
  const name = CSS.escape(field);
  const target = document.querySelector<HTMLElement>(`[name="${name}"], [data-field="${name}"]`);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: "center" });
}
