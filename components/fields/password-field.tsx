"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type FieldPath, type FieldValues, useController } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { describeControl, FieldFrame, useFieldIds } from "./field-frame";
import type { FieldProps } from "./field-props";

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
  const t = useTranslations("common");
  const { field, fieldState } = useController({ control, name });
  const ids = useFieldIds(hint, fieldState.error);
  const [shown, setShown] = useState(false);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} optional={optional} error={fieldState.error}>
      <div className="flex gap-2">
        <TextInput
          {...field}
          value={field.value ?? ""}
          type={shown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="off"
          spellCheck={false}
          {...describeControl(ids, fieldState.error)}
        />
        <Button aria-pressed={shown} aria-controls={ids.input} onClick={() => setShown(!shown)}>
          {shown ? t("hide") : t("show")}
        </Button>
      </div>
    </FieldFrame>
  );
}
