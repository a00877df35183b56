"use client";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { PasswordField } from "@/components/fields/password-field";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import { apis, pages } from "@/lib/domain/paths";
import { passwordLength, setupSchema } from "@/lib/domain/people/schema";

const code = (chunks: React.ReactNode) => <code className="text-code">{chunks}</code>;

/** Ends with a full load: from there on the reader is signed in. */
export function AdminForm() {
  const t = useTranslations("setup");
  const form = useForm({
    resolver: useIssueResolver(setupSchema),
    defaultValues: { token: "", username: "", password: "" },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest("POST", apis.setup(), values),
    onSuccess: () => window.location.assign(pages.systemCheck()),
  });
  return (
    <>
      <h1 className="mt-1 font-semibold text-xl">{t("title")}</h1>
      <p className="mt-1 text-muted text-prose">{t("lead")}</p>
      <form method="post" onSubmit={submit} noValidate className="mt-6 space-y-5">
        <FormError error={error} />
        <TextField
          control={form.control}
          name="token"
          label={t("token")}
          hint={t.rich("tokenHint", { code })}
          autoComplete="off"
          mono
        />
        <hr className="border-line" />
        <TextField
          control={form.control}
          name="username"
          label={t("username")}
          hint={t("usernameHint")}
          autoComplete="username"
        />
        <PasswordField
          control={form.control}
          name="password"
          label={t("password")}
          hint={t("passwordHint", { minimum: passwordLength.min })}
          autoComplete="new-password"
        />
        <Button type="submit" variant="primary" pending={pending} className="w-full">
          {t("submit")}
        </Button>
      </form>
    </>
  );
}
