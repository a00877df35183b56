"use client";

import { useMemo, useState } from "react";
import type { UseFormReturn, UseFormSetValue } from "react-hook-form";
import type { EditorForm } from "../editor-schema";
import { Changes } from "./changes";

/** The form, with all that is set in it told to `changes`. */
export function useTellingForm<Out>(form: UseFormReturn<EditorForm, unknown, Out>) {
  const [changes] = useState(() => new Changes());
  const { setValue: set } = form;
  const setValue = useMemo(
    (): UseFormSetValue<EditorForm> => (name, value, options) => {
      set(name, value, options);
      changes.tell(name);
    },
    [set, changes],
  );
  return { form: { ...form, setValue }, changes };
}
