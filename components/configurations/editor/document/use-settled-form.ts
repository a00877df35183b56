"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { FieldPath } from "react-hook-form";
import type { DefinitionForm } from "@/lib/domain/registries/form-schema";
import { useEditor } from "../editor-context";
import { useEditorForm } from "../editor-form";
import type { EditorForm } from "../editor-schema";
import { pauseAfter } from "./pause-after";
import { shareCopy } from "./share";
import { withParts } from "./with-parts";

/** Long enough that a person typing is not waited for, short enough that the file follows at once. */
const shortest = 120;
/** What an entry adds to that, in milliseconds, until it was measured. */
const costOfEntry = 0.1;

const guessCost = ({ mirrors, registryHosts }: DefinitionForm) =>
  costOfEntry * (mirrors.length + registryHosts.length);

type OnSettled = (form: DefinitionForm, field: string) => void;
type SettledForm = {
  /** What was told last. */
  last: () => DefinitionForm;
  onSettled: OnSettled;
};

/** Tells a state, and notes what it costs until the page shows it. */
function useTelling(onSettled: OnSettled) {
  const latest = useRef(onSettled);
  useEffect(() => {
    latest.current = onSettled;
  });
  const cost = useRef<number>(null);
  const tell = useCallback((form: DefinitionForm, field: string) => {
    const start = performance.now();
    latest.current(form, field);
    requestAnimationFrame(() => {
      cost.current = performance.now() - start;
    });
  }, []);
  return { cost, tell };
}

/**
 * Tells what the form holds a moment after each change, with the field that was changed. What is told is a copy: the
 * form's own values change under the hands of whoever keeps them.
 */
export function useSettledForm({ last, onSettled }: SettledForm) {
  const { getValues } = useEditorForm();
  const { changes } = useEditor();
  const { cost, tell } = useTelling(onSettled);
  const [pending] = useState(() => ({ paths: new Set<string>(), field: "", timer: 0 }));
  const known = useRef(last);
  useEffect(() => {
    known.current = last;
  });

  const end = useCallback(
    (form: DefinitionForm) => {
      const { field } = pending;
      window.clearTimeout(pending.timer);
      pending.paths.clear();
      pending.field = "";
      tell(form, field);
      changes.unsettled.set(false);
    },
    [pending, tell, changes],
  );
  useEffect(() => {
    const read = (path: string): unknown => getValues(path as FieldPath<EditorForm>);
    const stop = changes.subscribe(({ path, typed }) => {
      if (!path.startsWith("definition")) return;
      pending.field = typed ? path : "";
      pending.paths.add(path);
      changes.unsettled.set(true);
      window.clearTimeout(pending.timer);
      const wait = pauseAfter(cost.current ?? guessCost(known.current()), shortest);
      pending.timer = window.setTimeout(() => end(withParts(known.current(), pending.paths, read)), wait);
    });
    return () => {
      window.clearTimeout(pending.timer);
      stop();
    };
  }, [changes, pending, cost, end, getValues]);

  /** Does not wait any longer. */
  return useCallback(() => end(shareCopy(known.current(), getValues("definition"))), [end, getValues]);
}
