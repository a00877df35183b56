"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { TextField } from "@/components/fields/text-field";
import { usePart } from "./document/use-part";
import { useEditorForm } from "./editor-form";
import { FileNotes } from "./file-notes";
import { HostsSection } from "./hosts-section";
import { MirrorsSection } from "./mirrors-section";
import { StartChoices } from "./start-choices";

const countOf = (rows: readonly unknown[] | undefined) => rows?.length ?? 0;

/**
 * The fields in the order of the file. While there is nothing yet, three ways to begin stand above them. What is around
 * them is drawn at each pause of typing; they are not.
 */
export const EditorFields = memo(function EditorFields({ isNew }: { isNew: boolean }) {
  const t = useTranslations("editor");
  const { control } = useEditorForm();
  const mirrors = usePart("definition.mirrors", countOf);
  const hosts = usePart("definition.registryHosts", countOf);
  return (
    <div className="space-y-8">
      {isNew ? (
        <TextField
          control={control}
          name="name"
          label={t("configurationName")}
          hint={t("configurationNameHint")}
          autoComplete="off"
        />
      ) : null}
      {mirrors + hosts === 0 ? <StartChoices /> : null}
      <MirrorsSection />
      <HostsSection />
      <FileNotes />
    </div>
  );
});
