"use client";

import { clsx } from "clsx";
import { useEffect, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { toForm } from "@/lib/domain/registries/form";
import type { EditorRights } from "./configuration-editor";
import { EditorProvider, type StoredCertificate, type StoredCredential } from "./editor-context";
import { EditorFields } from "./editor-fields";
import { editorFormSchema } from "./editor-form";
import { LivePreviewProvider, useLivePreview } from "./live-preview";
import { PreviewPane } from "./preview-pane";
import { ReadOnlyNote } from "./read-only-note";
import { SaveBar } from "./save-bar";
import type { Base } from "./use-save";
import { type EditorView, ViewTabs } from "./view-tabs";

type EditorPageProps = {
  name: string;
  start: Base;
  credentials: StoredCredential[];
  certificates: StoredCertificate[];
  rights: EditorRights;
  onReload: () => void;
};

/** One form for the whole definition, with the file it makes beside it. */
export function EditorPage({ name, start, credentials, certificates, rights, onReload }: EditorPageProps) {
  const [base, setBase] = useState(start);
  const form = useForm({
    resolver: useIssueResolver(editorFormSchema),
    defaultValues: { name, message: "", definition: toForm(start.definition) },
    shouldFocusError: false,
  });
  return (
    <FormProvider {...form}>
      <EditorProvider credentials={credentials} certificates={certificates}>
        <LivePreviewProvider base={base.definition}>
          <Panes base={base} rights={rights} />
          {rights.mayWrite ? <SaveBar base={base} setBase={setBase} onReload={onReload} /> : null}
        </LivePreviewProvider>
      </EditorProvider>
    </FormProvider>
  );
}

const hidden = "max-lg:hidden";

function Panes({ base, rights }: { base: Base; rights: EditorRights }) {
  const [view, setView] = useState<EditorView>("form");
  const fields = useFocusedPath();
  const saved = base.id === null ? null : { id: base.id, number: base.number };
  return (
    <>
      <ViewTabs view={view} onChange={setView} />
      <div className="grid gap-8 lg:grid-cols-2">
        <div ref={fields} className={clsx("min-w-0 space-y-8", view !== "form" && hidden)}>
          {rights.mayWrite || rights.isArchived ? null : <ReadOnlyNote />}
          <fieldset disabled={!rights.mayWrite} className="min-w-0">
            <EditorFields isNew={base.id === null} />
          </fieldset>
        </div>
        <div className={clsx("min-w-0", view !== "file" && hidden)}>
          <div className="flex flex-col lg:sticky lg:top-16 lg:max-h-[max(24rem,calc(100dvh-15rem))]">
            <PreviewPane saved={saved} mayExport={rights.mayExport} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Tells the preview which part of the file the focus is in. */
function useFocusedPath() {
  const fields = useRef<HTMLDivElement>(null);
  const { setFocused } = useLivePreview();
  useEffect(() => {
    const element = fields.current;
    const follow = (event: FocusEvent) => {
      const part = event.target instanceof Element ? event.target.closest("[data-path]") : null;
      setFocused(part?.getAttribute("data-path") ?? null);
    };
    element?.addEventListener("focusin", follow);
    return () => element?.removeEventListener("focusin", follow);
  }, [setFocused]);
  return fields;
}
