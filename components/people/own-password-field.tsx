"use client";
import { useTranslations } from "next-intl";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { PasswordField } from "@/components/fields/password-field";

type OwnPasswordFieldProps<Form extends FieldValues, Out> = {
  control: Control<Form, unknown, Out>;
  name: FieldPath<Form>;
};

/** The password of who gives power to somebody. */
export function OwnPasswordField<Form extends FieldValues, Out>(props: OwnPasswordFieldProps<Form, Out>) {
  const t = useTranslations("people.fields");
  return <PasswordField {...props} label={t("own")} hint={t("ownHint")} autoComplete="current-password" />;
}
