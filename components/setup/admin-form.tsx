"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { PlainField } from "@/components/fields/plain-field";
import { usePlainForm } from "@/components/fields/use-plain-form";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import { part } from "@/lib/client/part";
import { apis, pages } from "@/lib/domain/paths";
import { passwordLength } from "@/lib/domain/people/password-length";

const schema = [
  part(() => import("@/lib/domain/people/schema").then((module) => module.setupSchema)),
] as const;

const code = (chunks: React.ReactNode) => <code className="text-code">{chunks}</code>;

/** Ends with a full load: from there on the reader is signed in. */
export function AdminForm() {
  const t = useTranslations("setup");
  const { box, control, submit, pending, error } = usePlainForm({
    initial: { token: "", username: "", password: "" },
    schema,
    send: (values) => apiRequest("POST", apis.setup(), values),
    onSuccess: () => window.location.assign(pages.systemCheck()),
  });
  return (
    <>
      <h1 className="mt-1 font-semibold text-xl">{t("title")}</h1>
      <p className="mt-1 text-muted text-prose">{t("lead")}</p>
      <form ref={box} method="post" onSubmit={submit} noValidate className="mt-6 space-y-5">
        <FormError error={error} />
        <PlainField
          control={control("token")}
          label={t("token")}
          hint={t.rich("tokenHint", { code })}
          autoComplete="off"
          mono
        />
        <hr className="border-line" />
        <PlainField
          control={control("username")}
          label={t("username")}
          hint={t("usernameHint")}
          autoComplete="username"
        />
        <PlainField
          control={control("password")}
          label={t("password")}
          hint={t("passwordHint", { minimum: passwordLength.min })}
          autoComplete="new-password"
          password
        />
        <Button type="submit" variant="primary" pending={pending} className="w-full">
          {t("submit")}
        </Button>
      </form>
    </>
  );
}
