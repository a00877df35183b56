"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { TextareaField } from "@/components/fields/textarea-field";
import { Disclosure } from "@/components/ui/disclosure";
import type { TextPath } from "./checked-field";
import { useEditorForm } from "./editor-form";

type NoteFieldProps = { name: TextPath; label: string; hint: string };

/** A comment of the file, out of the way while there is none. */
export function NoteField({ name, label, hint }: NoteFieldProps) {
  const t = useTranslations("editor");
  const { control, getValues } = useEditorForm();
  const hasNote = useWatch({ control, name }) !== "";
  return (
    <Disclosure summary={hasNote ? label : t("addNote", { label })} open={getValues(name) !== ""}>
      <TextareaField
        control={control}
        name={name}
        label={label}
        hint={hint}
        rows={2}
        mono
        autoComplete="off"
      />
    </Disclosure>
  );
}
