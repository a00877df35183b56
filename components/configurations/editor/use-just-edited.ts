"use client";

import { useEffect, useRef, useState } from "react";
import { useEditor } from "./editor-context";

/** True from an edit until it is counted, so that a quick click on a link cannot lose it. Saving edits nothing. */
export function useJustEdited(saving: boolean): boolean {
  const { unsettled } = useEditor().changes;
  const [edited, setEdited] = useState(false);
  const isSaving = useRef(saving);
  useEffect(() => {
    isSaving.current = saving;
  }, [saving]);
  // Set with the count in one update: the bar never says that nothing is unsaved while leaving is still asked about.
  useEffect(() => unsettled.subscribe(() => setEdited(unsettled.get() && !isSaving.current)), [unsettled]);
  return edited;
}
