"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { type DefinitionForm, fromForm } from "@/lib/domain/registries/form";
import { countChanges } from "@/lib/domain/registries/form-changes";
import type { Definition } from "@/lib/domain/registries/schema";
import { useEditor } from "../editor-context";
import { type Rendered, renderMasked } from "./render-masked";
import { type DocumentHistory, useHistory } from "./use-history";

type DefinitionDocument = Rendered & {
  form: DefinitionForm;
  definition: Definition;
  /** How much is not saved yet. */
  changes: number;
  baseText: string;
  history: DocumentHistory;
};

const DocumentContext = createContext<DefinitionDocument | null>(null);
const FocusContext = createContext<{
  focused: string | null;
  setFocused: (path: string | null) => void;
} | null>(null);

type ProviderProps = { start: DefinitionForm; base: Definition; children: ReactNode };

/**
 * The one document that the fields, the file, the findings and the history share. It follows the fields by a moment;
 * only what shows the document is drawn again, never the fields.
 */
export function DocumentProvider({ start, base, children }: ProviderProps) {
  const { certificates, matches } = useEditor();
  const history = useHistory(start, matches);
  const [focused, setFocused] = useState<string | null>(null);
  const baseText = useMemo(() => renderMasked(base, certificates).text, [base, certificates]);
  const { form } = history;
  const read = useMemo(() => {
    const definition = fromForm(form);
    const changes = countChanges(base, definition);
    return { form, definition, changes, ...renderMasked(definition, certificates) };
  }, [form, base, certificates]);
  const value = useMemo(() => ({ ...read, baseText, history }), [read, baseText, history]);
  const focus = useMemo(() => ({ focused, setFocused }), [focused]);
  return (
    <DocumentContext value={value}>
      <FocusContext value={focus}>{children}</FocusContext>
    </DocumentContext>
  );
}

export function useDocument(): DefinitionDocument {
  const found = useContext(DocumentContext);
  if (!found) throw new Error("Invariant: the document is read outside of the editor");
  return found;
}

/** The part of the file that is worked on, by the paths of its lines. */
export function useFocusedPart() {
  const found = useContext(FocusContext);
  if (!found) throw new Error("Invariant: the focus is read outside of the editor");
  return found;
}
