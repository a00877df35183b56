"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { PlainField } from "@/components/fields/plain-field";
import { usePlainForm } from "@/components/fields/use-plain-form";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import { part } from "@/lib/client/part";
import { apis } from "@/lib/domain/paths";

const schema = [
  part(() => import("@/lib/domain/people/schema").then((module) => module.loginSchema)),
] as const;

/** Leads back to where the reader wanted to go; `next` was checked by the server. */
export function LoginForm({ next }: { next: string }) {
  const t = useTranslations("login");
  const { box, control, submit, pending, error } = usePlainForm({
    initial: { username: "", password: "" },
    schema,
    send: (values) => apiRequest("POST", apis.sessions(), values),
    // A full load: what was shown to nobody must not stay in memory for somebody.
    onSuccess: () => window.location.assign(next),
  });
  return (
    <div className="w-full max-w-90 rounded-xl border border-line bg-sheet p-6 sm:p-8">
      <h1 className="font-semibold text-xl">{t("title")}</h1>
      <p className="mt-1 text-muted">{t("lead")}</p>
      <form ref={box} method="post" onSubmit={submit} noValidate className="mt-6 space-y-5">
        <FormError error={error} />
        <PlainField control={control("username")} label={t("username")} autoComplete="username" />
        <PlainField
          control={control("password")}
          label={t("password")}
          autoComplete="current-password"
          password
        />
        <Button type="submit" variant="primary" pending={pending} className="w-full">
          {t("submit")}
        </Button>
      </form>
    </div>
  );
}
