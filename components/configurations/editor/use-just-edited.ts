"use client";

import { useEffect, useRef, useState } from "react";
import { useEditorForm } from "./editor-form";

/** Longer than what counts the changes waits for. */
const settled = 300;

/** True from an edit until it is surely counted, so that a quick click on a link cannot lose it. Saving edits nothing. */
export function useJustEdited(saving: boolean): boolean {
  const { watch } = useEditorForm();
  const [edited, setEdited] = useState(false);
  const isSaving = useRef(saving);
  useEffect(() => {
    isSaving.current = saving;
  }, [saving]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { unsubscribe } = watch((_, { name }) => {
      if (isSaving.current || !name?.startsWith("definition")) return;
      setEdited(true);
      clearTimeout(timer);
      timer = setTimeout(() => setEdited(false), settled);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [watch]);
  return edited;
}
