"use client";

import { clsx } from "clsx";
import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { FieldError, FieldHint } from "@/components/fields/field-frame";
import { TextInput } from "@/components/ui/text-input";
import { type TextPath, useEditorField } from "./document/use-editor-field";
import { FieldFindings, findingIds } from "./findings/field-findings";
import { useSettledFindings } from "./findings/use-settled-findings";

type CheckedFieldProps = {
  name: TextPath;
  label: string;
  labelHidden?: boolean;
  /** Nothing is said of the value while it may still become several. */
  quiet?: boolean;
  hint?: ReactNode;
  input?: InputHTMLAttributes<HTMLInputElement> & { "data-control"?: string };
};

/** A one-line field of machine-read text, with what was found about it and the refusal of it underneath. */
export function CheckedField({
  name,
  label,
  labelHidden = false,
  quiet = false,
  hint,
  input,
}: CheckedFieldProps) {
  const id = useId();
  const { field, error: refusal } = useEditorField(name);
  const settled = useSettledFindings(name, field.value);
  const found = quiet ? [] : settled.found;
  const isWrong = found.some(({ finding }) => finding.severity === "error");
  // A refusal and an error finding are about the same fault, and the finding says what would be right.
  const error = isWrong ? undefined : refusal;
  const described = [
    ...(error ? [`${id}-error`] : []),
    ...findingIds(`${id}-finding`, found),
    ...(hint ? [`${id}-hint`] : []),
  ];
  return (
    <div className="min-w-0 flex-1 space-y-1.5">
      <label htmlFor={id} className={clsx("block font-medium", labelHidden && "sr-only")}>
        {label}
      </label>
      <TextInput
        mono
        autoComplete="off"
        {...input}
        {...field}
        id={id}
        onBlur={(event) => {
          settled.settle();
          void field.onBlur(event);
        }}
        aria-invalid={refusal || isWrong ? true : undefined}
        aria-describedby={described.join(" ") || undefined}
      />
      <FieldHint id={`${id}-hint`}>{hint}</FieldHint>
      <FieldError id={`${id}-error`} error={error} />
      <FieldFindings id={`${id}-finding`} found={found} />
    </div>
  );
}
