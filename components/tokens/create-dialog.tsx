"use client";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormDialog } from "@/components/fields/form-dialog";
import { NumberField } from "@/components/fields/number-field";
import { PasswordField } from "@/components/fields/password-field";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { afterPassword } from "@/lib/client/after-password";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { Role } from "@/lib/domain/people/roles";
import { type NewTokenForm, newTokenForm, tokenDays } from "@/lib/domain/tokens/schema";
import { scopesOf } from "@/lib/domain/tokens/scopes";
import type { MadeToken } from "@/lib/domain/tokens/views";
import { ScopesField } from "./scopes-field";

type CreateDialogProps = { role: Role; onClose: () => void; onMade: (made: MadeToken) => void };

/** Makes a token for oneself. */
export function CreateDialog({ role, onClose, onMade }: CreateDialogProps) {
  const t = useTranslations("tokens.form");
  const form = useForm<NewTokenForm, unknown, NewTokenForm>({
    resolver: useIssueResolver(newTokenForm),
    defaultValues: { name: "", scopes: ["read"], days: tokenDays.usual, own: "" },
  });
  const submission = useApiSubmit({
    form,
    ownPassword: "own",
    send: ({ own, ...wanted }) =>
      afterPassword(own, () => apiRequest<MadeToken>("POST", apis.tokens(), wanted)),
    onSuccess: onMade,
  });
  const { control } = form;
  return (
    <FormDialog
      title={t("title")}
      text={t("text")}
      submitLabel={t("submit")}
      form={submission}
      onClose={onClose}
    >
      <TextField control={control} name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
      <ScopesField control={control} scopes={scopesOf(role)} />
      <NumberField control={control} name="days" label={t("days")} hint={t("daysHint", tokenDays)} />
      <PasswordField
        control={control}
        name="own"
        label={t("own")}
        hint={t("ownHint")}
        autoComplete="current-password"
      />
    </FormDialog>
  );
}
