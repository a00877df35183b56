"use client";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { describeControl, FieldError, FieldHint, useFieldIds } from "./field-frame";
import type { FieldProps } from "./field-props";

export function CheckboxField<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: Omit<FieldProps<Form, Name, Out>, "optional">,
) {
  const { control, name, label, hint } = props;
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  const { value, onChange, ...rest } = field;
  return (
    <div className="space-y-1">
      <Checkbox
        {...rest}
        checked={value === true}
        onChange={(event) => onChange(event.target.checked)}
        label={label}
        {...describeControl(ids, fieldState.error)}
      />
      <div className="ps-6.5">
        <FieldError id={ids.error} error={fieldState.error} />
        <FieldHint id={ids.hint}>{hint}</FieldHint>
      </div>
    </div>
  );
}
