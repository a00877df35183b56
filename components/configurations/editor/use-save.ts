"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { CreatedCredential, SavedRevision } from "@/lib/domain/configurations/views";
import { apis, pages } from "@/lib/domain/paths";
import { fromForm, toForm } from "@/lib/domain/registries/form";
import { countChanges } from "@/lib/domain/registries/form-changes";
import type { Definition } from "@/lib/domain/registries/schema";
import { useHistoryActions } from "./document/definition-document";
import { useEditorForm } from "./editor-form";
import type { EditorForm } from "./editor-schema";
import { errorPaths } from "./error-paths";
import { fieldOfIssue } from "./server-issues";
import { withStoredLogins } from "./take-over";
import { useFocusField } from "./use-focus-field";
import { usePane } from "./yaml/pane-context";

/** The revision an edit began from; without a number the configuration is not stored yet. */
export type Base = { id: string | null; number: number; definition: Definition };

export type SaveOutcome =
  | { kind: "saved"; number: number; created: CreatedCredential[] }
  | { kind: "unchanged" }
  | { kind: "replayed"; number: number }
  | { kind: "conflict"; error: ApiError }
  | { kind: "refused"; error: ApiError }
  | { kind: "invalid" }
  | { kind: "broken" };

/** Saves the form as the next revision, or a new configuration as its first. */
export function useSave(base: Base, setBase: (base: Base) => void) {
  const form = useEditorForm();
  const router = useRouter();
  const focusField = useFocusField();
  const history = useHistoryActions();
  const { store } = usePane();
  const [outcome, setOutcome] = useState<SaveOutcome | null>(null);
  const [pending, setPending] = useState(false);

  function refuse(error: ApiError, values: EditorForm): SaveOutcome {
    const places = error.issues.map((issue) => ({ issue, place: fieldOfIssue(issue.path, values) }));
    for (const { issue, place } of places) {
      if (place) form.setError(place, { type: issue.code, message: issue.message });
    }
    const first = places.find(({ place }) => place)?.place;
    if (first) focusField(first);
    return { kind: error.reason === "revisionConflict" ? "conflict" : "refused", error };
  }

  async function create(values: EditorForm, definition: Definition): Promise<SaveOutcome> {
    const sent = { name: values.name, definition };
    const made = await apiRequest<{ id: string }>("POST", apis.configurations(), sent);
    if (!made.ok) return refuse(made.error, values);
    setBase({ ...base, definition });
    router.push(pages.configuration(made.value.id));
    return { kind: "saved", number: 1, created: [] };
  }

  async function revise(id: string, values: EditorForm, definition: Definition): Promise<SaveOutcome> {
    if (countChanges(base.definition, definition) === 0) return { kind: "unchanged" };
    const sent = { baseNumber: base.number, message: values.message, definition };
    const saved = await apiRequest<SavedRevision>("POST", apis.configurationRevisions(id), sent);
    if (!saved.ok) return refuse(saved.error, values);
    const { number, createdCredentials, changed } = saved.value;
    setBase({ id, number, definition: saved.value.definition });
    history.rewrite(withStoredLogins(values.definition, toForm(saved.value.definition)));
    form.setValue("message", "");
    router.refresh();
    return changed ? { kind: "saved", number, created: createdCredentials } : { kind: "unchanged" };
  }

  /** True when everything on the page is stored. */
  async function save(): Promise<boolean> {
    if (pending) return false;
    if (!store.leave()) {
      setOutcome({ kind: "broken" });
      return false;
    }
    setPending(true);
    let ended: SaveOutcome = { kind: "invalid" };
    try {
      await form.handleSubmit(
        async (values) => {
          const definition = fromForm(values.definition);
          ended =
            base.id === null ? await create(values, definition) : await revise(base.id, values, definition);
        },
        (errors) => {
          const [first] = errorPaths(errors);
          if (first) focusField(first.path);
        },
      )();
    } finally {
      setPending(false);
      setOutcome(ended);
    }
    return isStored(ended);
  }

  return {
    save,
    pending,
    outcome,
    dismiss: () => setOutcome(null),
    /** The same work now stands on that revision. */
    noteReplayed: (number: number) => setOutcome({ kind: "replayed", number }),
  };
}

const isStored = ({ kind }: SaveOutcome) => kind === "saved" || kind === "unchanged";
