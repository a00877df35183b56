"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { LoginSecret, LoginWay } from "@/components/nodes/ssh/login-way";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import type { SshCredentialView, SshReplacementView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { replacementFormSchema, toReplacementForm } from "./replacement-form";

type FieldsProps = {
  credential: SshCredentialView;
  onAdded: (replacement: SshReplacementView) => void;
  onCancel: () => void;
};

/** The form of what is to replace a login. Stored values are never shown. */
export function ReplacementFields({ credential, onAdded, onCancel }: FieldsProps) {
  const t = useTranslations("sshreplacement");
  const common = useTranslations("common");
  const ways = useTranslations("nodes.ssh");
  const { id, username, updatedAt } = credential;
  const schema = useMemo(() => replacementFormSchema(updatedAt), [updatedAt]);
  const form = useForm({ resolver: useIssueResolver(schema), defaultValues: toReplacementForm(credential) });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest<SshReplacementView>("POST", apis.sshCredentialReplacement(id), values),
    onSuccess: onAdded,
  });
  const kind = useWatch({ control: form.control, name: "kind" });
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <FormError error={error} />
      <LoginWay form={form} />
      <TextField
        control={form.control}
        name="username"
        label={ways("username")}
        hint={t("userHint", { username })}
        autoComplete="off"
        mono
      />
      <LoginSecret form={form} />
      <DialogActions>
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {ways(`kinds.${kind}.submit`)}
        </Button>
      </DialogActions>
    </form>
  );
}
