"use client";

import { clsx } from "clsx";
import { type InputHTMLAttributes, type ReactNode, useId } from "react";
import { type FieldPathByValue, useController } from "react-hook-form";
import { FieldError, FieldHint } from "@/components/fields/field-frame";
import { TextInput } from "@/components/ui/text-input";
import type { CheckFinding } from "@/lib/domain/registries/checks/finding";
import { type EditorForm, useEditorForm } from "./editor-form";
import { FindingText } from "./finding-text";
import { useSettled } from "./use-settled";

export type TextPath = FieldPathByValue<EditorForm, string>;

type CheckedFieldProps = {
  name: TextPath;
  label: string;
  labelHidden?: boolean;
  /** What is wrong with a value, gravest first; asked only about a value that is not being typed. */
  check?: (value: string) => readonly (CheckFinding | null)[];
  hint?: ReactNode;
  input?: InputHTMLAttributes<HTMLInputElement> & { "data-control"?: string };
};

/** A one-line field of machine-read text, with the finding about it and the refusal of it underneath. */
export function CheckedField({ name, label, labelHidden = false, check, hint, input }: CheckedFieldProps) {
  const id = useId();
  const { control } = useEditorForm();
  const { field, fieldState } = useController({ control, name });
  const value = String(field.value);
  const settled = useSettled(value);
  const found = settled.isSettled ? gravest(check?.(value) ?? [], settled.wasLeft) : null;
  // A refusal and an error finding are about the same fault, and the finding says what would be right.
  const error = found?.severity === "error" ? undefined : fieldState.error;
  const described = [error && `${id}-error`, found && `${id}-finding`, hint && `${id}-hint`].filter(Boolean);
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
        value={value}
        onBlur={() => {
          settled.settle();
          field.onBlur();
        }}
        aria-invalid={fieldState.error || found?.severity === "error" ? true : undefined}
        aria-describedby={described.join(" ") || undefined}
      />
      <FieldHint id={`${id}-hint`}>{hint}</FieldHint>
      <FieldError id={`${id}-error`} error={error} />
      {found ? (
        <FindingText
          id={`${id}-finding`}
          found={found}
          value={value}
          onFix={(right) => field.onChange(right)}
        />
      ) : null}
    </div>
  );
}

const order = { error: 0, warning: 1, info: 2 };

/** An empty field is only a mistake once it was left empty. */
function gravest(found: readonly (CheckFinding | null)[], wasLeft: boolean): CheckFinding | null {
  const shown = found.flatMap((each) => (each && (wasLeft || !each.code.endsWith("-empty")) ? [each] : []));
  return shown.toSorted((one, other) => order[one.severity] - order[other.severity])[0] ?? null;
}
