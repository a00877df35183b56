"use client";

import { type FieldError, type FieldPathByValue, get, useFormState } from "react-hook-form";
import { useEditorForm } from "../editor-form";
import type { EditorForm } from "../editor-schema";
import { usePart } from "./use-part";

export type TextPath = FieldPathByValue<EditorForm, string>;

/** A text field of the form: what `useController` gives, without the copy of all values it has made at each key. */
export function useEditorField(name: TextPath) {
  const { control, register } = useEditorForm();
  const value = String(usePart(name) ?? "");
  const { errors } = useFormState({ control, name, exact: true });
  const error: FieldError | undefined = get(errors, name);
  return { field: { ...register(name), value }, error };
}
