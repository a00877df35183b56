"use client";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { describeControl, FieldFrame, useFieldIds } from "./field-frame";
import type { FieldProps } from "./field-props";
import { PasswordInput } from "./password-input";

type PasswordFieldProps<Form extends FieldValues, Name extends FieldPath<Form>, Out> = FieldProps<
  Form,
  Name,
  Out
> & {
  /** `new-password` keeps password managers away from everything that is not the login. */
  autoComplete?: "current-password" | "new-password" | "off";
};

export function PasswordField<Form extends FieldValues, Name extends FieldPath<Form>, Out>(
  props: PasswordFieldProps<Form, Name, Out>,
) {
  const { control, name, label, hint, optional, autoComplete = "new-password" } = props;
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} optional={optional} error={fieldState.error}>
      <PasswordInput
        {...field}
        value={field.value ?? ""}
        autoComplete={autoComplete}
        {...describeControl(ids, fieldState.error)}
      />
    </FieldFrame>
  );
}
