"use client";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { SelectField } from "@/components/fields/select-field";
import { TextField } from "@/components/fields/text-field";
import { TextareaField } from "@/components/fields/textarea-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import type { Named } from "@/lib/domain/named";
import type { ImportReport, Login } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { importFormSchema } from "./import-form";
import { LineCount } from "./line-count";
import { LoginChoice } from "./login-choice";
import { meantUser } from "./node-form";

type ImportFieldsProps = {
  logins: Login[];
  groups: Named[];
  groupId: string;
  text: string;
  onLogin: (login: Login) => void;
  onReport: (report: ImportReport) => void;
};

const sample = "root@10.0.4.21 edge-1\nops@10.0.4.22:2222 edge-2\n10.0.4.23";

export function ImportFields({ logins, groups, groupId, text, onLogin, onReport }: ImportFieldsProps) {
  const t = useTranslations("nodes.import");
  const fields = useTranslations("nodes.form");
  const sshCredentialId = logins.length === 1 ? (logins[0]?.id ?? "") : "";
  const form = useForm({
    resolver: useIssueResolver(importFormSchema),
    defaultValues: { text, username: "", sshCredentialId, groupId },
  });
  const { submit, pending, error } = useApiSubmit({
    form,
    send: (values) => apiRequest<ImportReport>("POST", apis.importNodes(), values),
    onSuccess: onReport,
  });
  useLeaveGuard(form.formState.isDirty && !pending);
  const { control } = form;
  const [typed, chosen] = useWatch({ control, name: ["text", "sshCredentialId"] });
  return (
    <form onSubmit={submit} noValidate className="max-w-160 space-y-5">
      <FormError error={error} />
      <TextareaField
        control={control}
        name="text"
        label={t("lines")}
        hint={t("linesHint")}
        rows={8}
        placeholder={sample}
        autoComplete="off"
        mono
      />
      <LineCount text={typed} />
      <LoginChoice
        control={control}
        name="sshCredentialId"
        logins={logins}
        onAdded={(login) => {
          onLogin(login);
          form.setValue("sshCredentialId", login.id, { shouldDirty: true, shouldValidate: true });
        }}
      />
      <TextField
        control={control}
        name="username"
        label={t("username")}
        hint={t("usernameHint")}
        placeholder={meantUser({ username: "", sshCredentialId: chosen }, logins)}
        autoComplete="off"
        mono
        optional
      />
      <SelectField
        control={control}
        name="groupId"
        label={fields("group")}
        hint={fields("groupHint")}
        options={[
          { value: "", label: fields("noGroup") },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button type="submit" variant="primary" pending={pending}>
        {t("submit")}
      </Button>
    </form>
  );
}
