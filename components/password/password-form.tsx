"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { PlainField } from "@/components/fields/plain-field";
import { usePlainForm } from "@/components/fields/use-plain-form";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import { part } from "@/lib/client/part";
import { apis } from "@/lib/domain/paths";
import { passwordLength } from "@/lib/domain/people/password-length";

const schema = [
  part(() => import("@/lib/domain/people/schema").then((module) => module.passwordChangeSchema)),
] as const;

type PasswordFormProps = {
  /** The present password is one that Pullpath made. */
  first?: boolean;
  onChanged: () => void;
};

/** Asks for the present password and a new one. */
export function PasswordForm({ first = false, onChanged }: PasswordFormProps) {
  const t = useTranslations("password");
  const { box, control, submit, pending, error } = usePlainForm({
    initial: { current: "", password: "" },
    schema,
    ownPassword: "current",
    send: (values) => apiRequest<void>("PUT", apis.ownPassword(), values),
    onSuccess: onChanged,
  });
  return (
    <form ref={box} method="post" onSubmit={submit} noValidate className="space-y-5">
      <FormError error={error} />
      <PlainField
        control={control("current")}
        label={t(first ? "oneTime" : "current")}
        autoComplete="current-password"
        password
      />
      <PlainField
        control={control("password")}
        label={t("new")}
        hint={t("newHint", { minimum: passwordLength.min })}
        autoComplete="new-password"
        password
      />
      <Button type="submit" variant="primary" pending={pending} className={first ? "w-full" : undefined}>
        {t(first ? "firstSubmit" : "submit")}
      </Button>
    </form>
  );
}
