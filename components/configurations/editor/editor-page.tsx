"use client";

import { useEffect, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { useLateResolver } from "@/components/fields/use-issue-resolver";
import { part } from "@/lib/client/part";
import type { PublicMirrorOffer } from "@/lib/domain/public-mirrors/schema";
import { toForm } from "@/lib/domain/registries/form";
import type { EditorRights } from "./configuration-editor";
import type { Changes } from "./document/changes";
import { DocumentProvider } from "./document/definition-document";
import { useTellingForm } from "./document/telling-form";
import { DraftProvider } from "./drafts/draft-context";
import { EditorProvider, type StoredCertificate, type StoredCredential } from "./editor-context";
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
  pushPath: string | undefined;
  onReload: () => void;
};

const nothing = () => undefined;
const schema = part(() => import("./editor-schema").then((module) => module.editorFormSchema));

/** What checks a definition comes with its first edit: who only looks needs none of it. */
function useSchemaOnEdit(changes: Changes): void {
  useEffect(() => changes.subscribe(() => void schema.load().catch(nothing)), [changes]);
}

/** One form for the whole definition, with the file it makes beside it. */
export function EditorPage(props: EditorPageProps) {
  const { name, start, credentials, certificates, publicMirrors, rights, split, person } = props;
  const { pushPath, onReload } = props;
  const [base, setBase] = useState(start);
  const [definition] = useState(() => toForm(start.definition));
  const { form, changes } = useTellingForm(
    useForm({
      resolver: useLateResolver(schema),
      defaultValues: { name, message: "", definition },
      shouldFocusError: false,
      reValidateMode: "onSubmit",
    }),
  );
  useSchemaOnEdit(changes);
  return (
    <FormProvider {...form}>
      <EditorProvider {...{ credentials, certificates, publicMirrors, changes }}>
        <DocumentProvider start={definition} base={base}>
          <PaneProvider>
            <TargetProvider>
              <FindingsProvider>
                <FixProvider mayFix={rights.mayWrite}>
                  <DraftProvider person={person} mayWrite={rights.mayWrite}>
                    <EditorPanes base={base} rights={rights} split={split}>
                      {rights.mayWrite ? <SaveBar {...{ setBase, pushPath, onReload }} /> : null}
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
