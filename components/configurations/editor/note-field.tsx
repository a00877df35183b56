"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController } from "react-hook-form";
import { describeControl, FieldError, FieldHint, useFieldIds } from "@/components/fields/field-frame";
import { Disclosure } from "@/components/ui/disclosure";
import { Textarea } from "@/components/ui/textarea";
import type { TextPath } from "./checked-field";
import { useEditorForm } from "./editor-form";

type NoteFieldProps = { name: TextPath; label: string; hint: string };

/** A comment of the file, out of the way while there is none; what opens it is its label. */
export function NoteField({ name, label, hint }: NoteFieldProps) {
  const t = useTranslations("editor");
  const { control, getValues } = useEditorForm();
  const [openAtFirst] = useState(() => getValues(name) !== "");
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  const text = String(field.value);
  return (
    <Disclosure summary={text === "" ? t("addNote", { label }) : label} open={openAtFirst}>
      <div className="space-y-1.5">
        <Textarea
          {...field}
          mono
          rows={2}
          value={text}
          aria-label={label}
          autoComplete="off"
          {...describeControl(ids, fieldState.error)}
        />
        <FieldError id={ids.error} error={fieldState.error} />
        <FieldHint id={ids.hint}>{hint}</FieldHint>
      </div>
    </Disclosure>
  );
}
