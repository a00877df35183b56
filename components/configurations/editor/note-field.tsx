"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { describeControl, FieldError, FieldHint, useFieldIds } from "@/components/fields/field-frame";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/textarea";
import { type TextPath, useEditorField } from "./document/use-editor-field";
import { useEditorForm } from "./editor-form";

type NoteFieldProps = { name: TextPath; label: string; hint: string };

/** A comment of the file, out of the way while there is none; what opens it is its label. */
export function NoteField({ name, label, hint }: NoteFieldProps) {
  const t = useTranslations("editor");
  const { getValues } = useEditorForm();
  const [openAtFirst] = useState(() => getValues(name) !== "");
  const { field, error } = useEditorField(name);
  const ids = useFieldIds(hint, error);
  return (
    <Disclosure summary={field.value === "" ? t("addNote", { label }) : label} open={openAtFirst}>
      <div className="space-y-1.5">
        <Textarea
          {...field}
          mono
          rows={2}
          aria-label={label}
          autoComplete="off"
          {...describeControl(ids, error)}
        />
        <FieldError id={ids.error} error={error} />
        <FieldHint id={ids.hint}>{hint}</FieldHint>
      </div>
    </Disclosure>
  );
}
