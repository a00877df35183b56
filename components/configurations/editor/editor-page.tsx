"use client";

import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import type { PublicMirrorOffer } from "@/lib/domain/public-mirrors/schema";
import { toForm } from "@/lib/domain/registries/form";
import type { EditorRights } from "./configuration-editor";
import { DocumentProvider } from "./document/definition-document";
import { DraftProvider } from "./drafts/draft-context";
import { EditorProvider, type StoredCertificate, type StoredCredential } from "./editor-context";
import { editorFormSchema } from "./editor-form";
import { EditorPanes } from "./editor-panes";
import { FindingsProvider } from "./findings/findings-provider";
import { FixProvider } from "./findings/fix-context";
import { TargetProvider } from "./findings/target-context";
import { SaveBar } from "./save-bar";
import type { Base } from "./use-save";
import { PaneProvider } from "./yaml/pane-context";

type EditorPageProps = {
  name: string;
  start: Base;
  credentials: StoredCredential[];
  certificates: StoredCertificate[];
  publicMirrors: PublicMirrorOffer[];
  rights: EditorRights;
  split: number;
  person: string;
  onReload: () => void;
};

/** One form for the whole definition, with the file it makes beside it. */
export function EditorPage(props: EditorPageProps) {
  const { name, start, credentials, certificates, publicMirrors, rights, split, person, onReload } = props;
  const [base, setBase] = useState(start);
  const [definition] = useState(() => toForm(start.definition));
  const form = useForm({
    resolver: useIssueResolver(editorFormSchema),
    defaultValues: { name, message: "", definition },
    shouldFocusError: false,
  });
  return (
    <FormProvider {...form}>
      <EditorProvider credentials={credentials} certificates={certificates} publicMirrors={publicMirrors}>
        <DocumentProvider start={definition} base={base}>
          <PaneProvider>
            <TargetProvider>
              <FindingsProvider>
                <FixProvider mayFix={rights.mayWrite}>
                  <DraftProvider person={person} mayWrite={rights.mayWrite}>
                    <EditorPanes base={base} rights={rights} split={split}>
                      {rights.mayWrite ? <SaveBar setBase={setBase} onReload={onReload} /> : null}
                    </EditorPanes>
                  </DraftProvider>
                </FixProvider>
              </FindingsProvider>
            </TargetProvider>
          </PaneProvider>
        </DocumentProvider>
      </EditorProvider>
    </FormProvider>
  );
}
