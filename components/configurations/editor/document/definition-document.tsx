"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { type Counted, countChanges } from "@/lib/domain/registries/form-changes";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import type { Definition } from "@/lib/domain/registries/schema";
import { useEditor } from "../editor-context";
import type { Base } from "../use-save";
import { DocumentStore } from "./document-store";
import { definitionOf } from "./known-definition";
import { type Rendered, renderMasked } from "./render-masked";
import { type HistoryActions, useHistory } from "./use-history";

type DefinitionDocument = Rendered & {
  form: DefinitionForm;
  definition: Definition;
  /** The revision that what is shown began from. */
  base: Base;
  /** How much is not saved yet. */
  changes: number;
  baseText: string;
  canUndo: boolean;
  canRedo: boolean;
};

const DocumentContext = createContext<DefinitionDocument | null>(null);
const StoreContext = createContext<DocumentStore | null>(null);

const HistoryContext = createContext<HistoryActions | null>(null);

type Focus = { focused: string | null; setFocused: (path: string | null) => void };
const FocusContext = createContext<Focus | null>(null);

type ProviderProps = {
  start: DefinitionForm;
  /** The revision the page stands on. */
  base: Base;
  children: ReactNode;
};

/**
 * The one document that the fields, the file, the findings and the history share. It follows the fields by a moment;
 * only what shows the document is drawn again, never the fields.
 */
export function DocumentProvider({ start, base: newest, children }: ProviderProps) {
  const { certificates, matches, writers } = useEditor();
  const { form, canUndo, canRedo, origin, actions } = useHistory(start, matches);
  const base = origin ?? newest;
  const [focused, setFocused] = useState<string | null>(null);
  const [store] = useState(() => new DocumentStore(start));
  useEffect(() => store.take(form), [store, form]);
  const [counted] = useState((): Counted => new WeakMap());
  const baseText = useMemo(() => renderMasked(base.definition, certificates).text, [base, certificates]);
  const read = useMemo(() => {
    const definition = definitionOf(form);
    const changes = countChanges(base.definition, definition, counted);
    return { form, definition, base, changes, ...writers.masked.write(definition) };
  }, [form, base, counted, writers]);
  const value = useMemo(() => ({ ...read, baseText, canUndo, canRedo }), [read, baseText, canUndo, canRedo]);
  const focus = useMemo(() => ({ focused, setFocused }), [focused]);
  return (
    <StoreContext value={store}>
      <HistoryContext value={actions}>
        <DocumentContext value={value}>
          <FocusContext value={focus}>{children}</FocusContext>
        </DocumentContext>
      </HistoryContext>
    </StoreContext>
  );
}

export function useDocument(): DefinitionDocument {
  const found = useContext(DocumentContext);
  if (!found) throw new Error("Invariant: the document is read outside of the editor");
  return found;
}

/** One part of what rows need to know of the rest; `read` must answer with the same object while nothing changed. */
export function useDocumentPart<Part>(read: (store: DocumentStore) => Part): Part {
  const store = useContext(StoreContext);
  if (!store) throw new Error("Invariant: a part of the document is read outside of the editor");
  const current = () => read(store);
  return useSyncExternalStore(store.subscribe, current, current);
}

/** What can be done to the history; asking for it draws nothing anew. */
export function useHistoryActions(): HistoryActions {
  const found = useContext(HistoryContext);
  if (!found) throw new Error("Invariant: the history is asked for outside of the editor");
  return found;
}

/** The part of the file that is worked on, by the paths of its lines. */
export function useFocusedPart() {
  const found = useContext(FocusContext);
  if (!found) throw new Error("Invariant: the focus is read outside of the editor");
  return found;
}
