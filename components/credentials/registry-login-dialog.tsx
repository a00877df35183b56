"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { type Control, useForm } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Disclosure } from "@/components/ui/disclosure";
import { apiRequest } from "@/lib/client/api";
import {
  type CredentialForm,
  credentialFormSchema,
  emptyCredentialForm,
  toCreateCredential,
  toCredentialForm,
  toRotationForm,
  toUpdateCredential,
} from "@/lib/domain/credentials/form";
import type { CredentialView } from "@/lib/domain/credentials/schema";
import { apis } from "@/lib/domain/paths";
import { type AuthField, authFields } from "@/lib/domain/registries/fields";
import { RotationImpact } from "./detail/rotation-impact";
import { SecretField } from "./secret-field";

type DialogProps = {
  /** The credential to edit; null makes a new one. */
  credential: CredentialView | null;
  /** Starts with the field of the secret open, as someone who rotates it wants. */
  rotate?: boolean;
  onClose: () => void;
  onSaved: (saved: CredentialView) => void;
};

const send = (form: CredentialForm, credential: CredentialView | null) =>
  credential
    ? apiRequest<CredentialView>(
        "PATCH",
        apis.credential(credential.id),
        toUpdateCredential(form, credential),
      )
    : apiRequest<CredentialView>("POST", apis.credentials(), toCreateCredential(form));

const startOf = (credential: CredentialView | null, rotate: boolean) => {
  if (!credential) return emptyCredentialForm;
  return rotate ? toRotationForm(credential) : toCredentialForm(credential);
};

function useWords(credential: CredentialView | null, rotate: boolean) {
  const t = useTranslations("credentials.registry");
  const common = useTranslations("common");
  if (!credential) return { title: t("addTitle"), save: t("add") };
  const { name } = credential;
  if (rotate) return { title: t("rotateTitle", { name }), save: t("rotate") };
  return { title: t("editTitle", { name }), save: common("save") };
}

/** Adds a registry login, or replaces values of one. Stored values are never shown. */
export function RegistryLoginDialog({ credential, rotate = false, onClose, onSaved }: DialogProps) {
  const t = useTranslations("credentials.registry");
  const common = useTranslations("common");
  const formId = useId();
  const words = useWords(credential, rotate);
  const form = useForm({
    resolver: useIssueResolver(credentialFormSchema),
    defaultValues: startOf(credential, rotate),
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => send(values, credential),
    onSuccess: onSaved,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      description={credential ? undefined : t("addText")}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" pending={pending}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="space-y-5">
        <FormError error={error} />
        {credential ? <RotationImpact path={apis.credential(credential.id)} /> : null}
        <LoginFields control={form.control} credential={credential} />
      </form>
    </Dialog>
  );
}

type FieldsProps = { control: Control<CredentialForm>; credential: CredentialView | null };

function LoginFields({ control, credential }: FieldsProps) {
  const t = useTranslations("credentials.registry");
  const others = credential?.fields.filter((field) => !authFields.some((known) => known === field)) ?? [];
  const stored = (field: AuthField) =>
    credential?.fields.includes(field) ? { at: credential.updatedAt, by: credential.createdByName } : null;
  const secret = (field: Exclude<AuthField, "username">, label: string, hint: string) => (
    <SecretField control={control} field={field} label={label} hint={hint} stored={stored(field)} />
  );
  return (
    <>
      <TextField control={control} name="name" label={t("name")} hint={t("nameHint")} autoComplete="off" />
      <TextField control={control} name="fields.username" label={t("username")} autoComplete="off" mono />
      {secret("password", t("password"), t("passwordHint"))}
      <Disclosure
        summary={t("otherWays")}
        open={stored("auth") !== null || stored("identity_token") !== null}
      >
        <div className="space-y-5 pt-2">
          {secret("identity_token", t("identityToken"), t("identityTokenHint"))}
          {secret("auth", t("auth"), t("authHint"))}
        </div>
      </Disclosure>
      {others.length > 0 ? (
        <p className="text-muted text-sm">{t("otherFields", { fields: others.join(", ") })}</p>
      ) : null}
    </>
  );
}
