"use client";
import { useTranslations } from "next-intl";
import { type UseFormReturn, useWatch } from "react-hook-form";
import { PasswordField } from "@/components/fields/password-field";
import { RadioField } from "@/components/fields/radio-field";
import { KeyFields } from "./key-fields";
import type { SshCredentialForm } from "./ssh-credential-form";

type WayProps<Out> = { form: UseFormReturn<SshCredentialForm, unknown, Out> };

const kinds = ["generate", "key", "password"] as const;

/** The three ways to come by the secret of a login. */
export function LoginWay<Out>({ form }: WayProps<Out>) {
  const t = useTranslations("nodes.ssh");
  const options = kinds.map((value) => ({
    value,
    label: t(`kinds.${value}.label`),
    hint: t(`kinds.${value}.hint`),
  }));
  return <RadioField control={form.control} name="kind" label={t("way")} options={options} />;
}

/** What the chosen way asks for. */
export function LoginSecret<Out>({ form }: WayProps<Out>) {
  const t = useTranslations("nodes.ssh");
  const kind = useWatch({ control: form.control, name: "kind" });
  if (kind === "key") return <KeyFields form={form} />;
  if (kind === "generate") return null;
  return (
    <PasswordField control={form.control} name="password" label={t("password")} hint={t("passwordHint")} />
  );
}
