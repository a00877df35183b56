"use client";

import { useEffect } from "react";
import { type FieldPath, useFormState } from "react-hook-form";
import { useEditor } from "../editor-context";
import { useEditorForm } from "../editor-form";
import type { EditorForm } from "../editor-schema";

const pause = 300;

/**
 * After a save was tried, what is typed is checked again, so that nothing stays refused that was mended. That reads the
 * whole definition, so it waits for the pauses of typing.
 */
export function useRevalidate(): void {
  const { control, trigger } = useEditorForm();
  const { changes } = useEditor();
  const { isSubmitted } = useFormState({ control });
  useEffect(() => {
    if (!isSubmitted) return;
    const paths = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      void trigger([...paths] as FieldPath<EditorForm>[]);
      paths.clear();
    };
    const stop = changes.subscribe(({ path, typed }) => {
      if (!typed) return;
      paths.add(path);
      clearTimeout(timer);
      timer = setTimeout(check, pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [changes, trigger, isSubmitted]);
}
