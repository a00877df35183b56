"use client";
import type { InputHTMLAttributes } from "react";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { TextInput } from "@/components/ui/text-input";
import { describeControl, FieldFrame, useFieldIds } from "./field-frame";
import type { FieldProps } from "./field-props";

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "inputMode" | "placeholder" | "maxLength" | "autoFocus" | "readOnly" | "list"
>;

type TextFieldProps<Form extends FieldValues, Name extends FieldPath<Form>, Out> = FieldProps<
  Form,
  Name,
  Out
> &
  Native & { mono?: boolean };

export function TextField<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: TextFieldProps<Form, Name, Out>,
) {
  const { control, name, label, hint, optional, ...native } = props;
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} optional={optional} error={fieldState.error}>
      <TextInput
        {...native}
        {...field}
        value={field.value ?? ""}
        {...describeControl(ids, fieldState.error)}
      />
    </FieldFrame>
  );
}
