"use client";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { type Option, Select } from "@/components/ui/select";
import { describeControl, FieldFrame, useFieldIds } from "./field-frame";
import type { FieldProps } from "./field-props";

type SelectFieldProps<Form extends FieldValues, Name extends FieldPath<Form>, Out> = FieldProps<
  Form,
  Name,
  Out
> & {
  options: readonly Option[];
  /** It stays as it is; the hint says why. */
  disabled?: boolean;
};

export function SelectField<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: SelectFieldProps<Form, Name, Out>,
) {
  const { control, name, label, hint, optional, options, disabled } = props;
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} optional={optional} error={fieldState.error}>
      <Select
        {...field}
        value={field.value ?? ""}
        options={options}
        disabled={disabled}
        {...describeControl(ids, fieldState.error)}
      />
    </FieldFrame>
  );
}
