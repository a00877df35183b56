"use client";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { RadioGroup, type RadioOption } from "@/components/ui/radio-group";
import { FieldError, FieldHint, useFieldIds } from "./field-frame";
import type { FieldProps } from "./field-props";

type RadioFieldProps<Form extends FieldValues, Name extends FieldPath<Form>, Out> = Omit<
  FieldProps<Form, Name, Out>,
  "optional"
> & { options: readonly RadioOption[]; legendHidden?: boolean };

export function RadioField<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: RadioFieldProps<Form, Name, Out>,
) {
  const { control, name, label, hint, options, legendHidden = false } = props;
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  return (
    <div className="space-y-1.5">
      <RadioGroup
        {...field}
        value={String(field.value ?? "")}
        legend={label}
        legendHidden={legendHidden}
        options={options}
        describedBy={ids.describedBy}
        invalid={fieldState.error !== undefined}
      />
      <FieldError id={ids.error} error={fieldState.error} />
      <FieldHint id={ids.hint}>{hint}</FieldHint>
    </div>
  );
}
