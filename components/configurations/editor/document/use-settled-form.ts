"use client";

import { useCallback, useEffect, useRef } from "react";
import type { DefinitionForm } from "@/lib/domain/registries/form";
import { useEditorForm } from "../editor-form";

/** Long enough that a person typing is not waited for, short enough that the file follows at once. */
const debounce = 120;

/**
 * Tells what the form holds a moment after each change, with the field that was changed. What is told is a copy: the
 * form's own values change under the hands of whoever keeps them.
 */
export function useSettledForm(onSettled: (form: DefinitionForm, field: string) => void) {
  const { watch, getValues } = useEditorForm();
  const settled = useRef(onSettled);
  useEffect(() => {
    settled.current = onSettled;
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef("");

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const changed = field.current;
    field.current = "";
    settled.current(structuredClone(getValues("definition")), changed);
  }, [getValues]);

  useEffect(() => {
    const { unsubscribe } = watch((_values, { name, type }) => {
      if (name !== undefined && !name.startsWith("definition")) return;
      // Only typing goes on; what a button does is a step of its own.
      field.current = type === "change" ? (name ?? "") : "";
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, debounce);
    });
    return () => {
      clearTimeout(timer.current);
      unsubscribe();
    };
  }, [watch, settle]);

  /** Does not wait any longer. */
  return settle;
}
