"use client";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog-actions";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import { LoginSecret, LoginWay } from "./login-way";
import { emptySshCredential, sshCredentialFormSchema } from "./ssh-credential-form";

export type AddedSshCredential = { id: string; name: string; username: string; publicKey: string | null };

type FieldsProps = { onAdded: (credential: AddedSshCredential) => void; onCancel: () => void };

/** The form of a new login to nodes, with three ways to come by its secret. */
export function SshCredentialFields({ onAdded, onCancel }: FieldsProps) {
  const t = useTranslations("nodes.ssh");
  const common = useTranslations("common");
  const form = useForm({
    resolver: useIssueResolver(sshCredentialFormSchema),
    defaultValues: emptySshCredential,
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest<Omit<AddedSshCredential, "username">>("POST", apis.sshCredentials(), values),
    onSuccess: (created, { username }) => onAdded({ ...created, username }),
  });
  const kind = useWatch({ control: form.control, name: "kind" });
  return (
    <form onSubmit={submit} noValidate className="space-y-5">
      <FormError error={error} />
      <LoginWay form={form} />
      <TextField
        control={form.control}
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
      />
      <TextField
        control={form.control}
        name="username"
        label={t("username")}
        hint={t("usernameHint")}
        autoComplete="off"
        mono
      />
      <LoginSecret form={form} />
      <DialogActions>
        <Button onClick={onCancel}>{common("cancel")}</Button>
        <Button type="submit" variant="primary" pending={pending}>
          {t(`kinds.${kind}.submit`)}
        </Button>
      </DialogActions>
    </form>
  );
}
