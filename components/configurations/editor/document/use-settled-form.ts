"use client";

import { useCallback, useEffect, useRef } from "react";
import type { DefinitionForm } from "@/lib/domain/registries/form";
import { useEditorForm } from "../editor-form";

/** Long enough that a person typing is not waited for, short enough that the file follows at once. */
const shortest = 120;
const longest = 600;
/** A large definition takes a while to be shown, and then it is shown in a pause that is long enough for that. */
const patience = 5;

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
  const cost = useRef(0);

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    const changed = field.current;
    field.current = "";
    const start = performance.now();
    settled.current(structuredClone(getValues("definition")), changed);
    requestAnimationFrame(() => {
      cost.current = performance.now() - start;
    });
  }, [getValues]);

  useEffect(() => {
    const { unsubscribe } = watch((_values, { name, type }) => {
      if (name !== undefined && !name.startsWith("definition")) return;
      // Only typing goes on; what a button does is a step of its own.
      field.current = type === "change" ? (name ?? "") : "";
      clearTimeout(timer.current);
      const wait = Math.min(Math.max(shortest, cost.current * patience), longest);
      timer.current = setTimeout(settle, wait);
    });
    return () => {
      clearTimeout(timer.current);
      unsubscribe();
    };
  }, [watch, settle]);

  /** Does not wait any longer. */
  return settle;
}
