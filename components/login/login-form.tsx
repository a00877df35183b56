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
import { apis } from "@/lib/domain/paths";
import { loginSchema } from "@/lib/domain/people/schema";

/** Leads back to where the reader wanted to go; `next` was checked by the server. */
export function LoginForm({ next }: { next: string }) {
  const t = useTranslations("login");
  const form = useForm({
    resolver: useIssueResolver(loginSchema),
    defaultValues: { username: "", password: "" },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest("POST", apis.sessions(), values),
    // A full load: what was shown to nobody must not stay in memory for somebody.
    onSuccess: () => window.location.assign(next),
  });
  return (
    <div className="w-full max-w-90 rounded-xl border border-line bg-sheet p-6 sm:p-8">
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      <form method="post" onSubmit={submit} noValidate className="mt-6 space-y-5">
        <FormError error={error} />
        <TextField
          control={form.control}
          name="username"
          label={t("username")}
          autoComplete="username"
          mono={false}
        />
        <PasswordField
          control={form.control}
          name="password"
          label={t("password")}
          autoComplete="current-password"
        />
        <Button type="submit" variant="primary" pending={pending} className="w-full">
          {t("submit")}
        </Button>
      </form>
    </div>
  );
}
