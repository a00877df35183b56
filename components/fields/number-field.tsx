"use client";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { TextInput } from "@/components/ui/text-input";
import { describeControl, FieldFrame, useFieldIds } from "./field-frame";
import type { FieldProps } from "./field-props";

/** A whole number. What is not a number stays as typed, so that the schema can say what is wrong with it. */
export function NumberField<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: FieldProps<Form, Name, Out> & { placeholder?: string },
) {
  const { control, name, label, hint, optional, placeholder } = props;
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  const parse = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : text);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} optional={optional} error={fieldState.error}>
      <TextInput
        {...field}
        value={field.value ?? ""}
        placeholder={placeholder}
        inputMode="numeric"
        autoComplete="off"
        className="max-w-32 tabular-nums"
        onChange={(event) => field.onChange(parse(event.target.value))}
        {...describeControl(ids, fieldState.error)}
      />
    </FieldFrame>
  );
}
