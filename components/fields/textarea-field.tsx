"use client";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { Textarea } from "@/components/ui/textarea";
import { describeControl, FieldFrame, useFieldIds } from "./field-frame";
import type { FieldProps } from "./field-props";

type TextareaFieldProps<Form extends FieldValues, Name extends FieldPath<Form>, Out> = FieldProps<
  Form,
  Name,
  Out
> & {
  rows?: number;
  mono?: boolean;
  placeholder?: string;
  autoComplete?: string;
};

export function TextareaField<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: TextareaFieldProps<Form, Name, Out>,
) {
  const { control, name, label, hint, optional, ...native } = props;
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} optional={optional} error={fieldState.error}>
      <Textarea
        {...native}
        {...field}
        value={field.value ?? ""}
        {...describeControl(ids, fieldState.error)}
      />
    </FieldFrame>
  );
}
