"use client";

import { useCallback, useRef, useSyncExternalStore } from "react";
import type { FieldPath, FieldPathValue } from "react-hook-form";
import { useEditor } from "../editor-context";
import { useEditorForm } from "../editor-form";
import type { EditorForm } from "../editor-schema";
import { share } from "./share";

/**
 * What stands at a path of the form, or what `read` makes of it; draws anew only when that is another. The form changes
 * its own values in place, so `read` must answer with something new. A row that is going is asked once more when its
 * place is already gone.
 */
export function usePart<Path extends FieldPath<EditorForm>>(path: Path): FieldPathValue<EditorForm, Path>;
export function usePart<Path extends FieldPath<EditorForm>, Part>(
  path: Path,
  read: (value: FieldPathValue<EditorForm, Path> | undefined) => Part,
): Part;
export function usePart(path: FieldPath<EditorForm>, read: (value: unknown) => unknown = structuredClone) {
  const { getValues } = useEditorForm();
  const { changes } = useEditor();
  const last = useRef<unknown>(undefined);
  const subscribe = useCallback(
    (listener: () => void) => changes.subscribeAt(path, listener),
    [changes, path],
  );
  const current = () => {
    last.current = share(last.current, read(getValues(path)));
    return last.current;
  };
  return useSyncExternalStore(subscribe, current, current);
}
