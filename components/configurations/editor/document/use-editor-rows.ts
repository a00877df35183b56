"use client";

import { useEffect, useRef } from "react";
import { type FieldArrayPath, useFieldArray } from "react-hook-form";
import { useEditor } from "../editor-context";
import { useEditorForm } from "../editor-form";
import type { EditorForm } from "../editor-schema";

/** A list of the form; rows that come, go and move are told like all else that is set. */
export function useEditorRows<Path extends FieldArrayPath<EditorForm>>(name: Path) {
  const { control } = useEditorForm();
  const { changes } = useEditor();
  const array = useFieldArray({ control, name });
  const { fields } = array;
  const told = useRef({ name, fields });
  useEffect(() => {
    const last = told.current;
    told.current = { name, fields };
    if (last.name === name && last.fields !== fields) changes.tell(name);
  }, [changes, name, fields]);
  return array;
}
