"use client";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormDialog } from "@/components/fields/form-dialog";
import { RadioField } from "@/components/fields/radio-field";
import { TextField } from "@/components/fields/text-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { afterPassword } from "@/lib/client/after-password";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import { newPersonForm } from "@/lib/domain/people/forms";
import type { OneTimePassword } from "@/lib/domain/people/views";
import { OwnPasswordField } from "./own-password-field";
import { useRoleOptions } from "./use-role-options";

type AddDialogProps = { onClose: () => void; onMade: (made: OneTimePassword) => void };

/** Adds somebody. */
export function AddDialog({ onClose, onMade }: AddDialogProps) {
  const t = useTranslations("people");
  const options = useRoleOptions();
  const form = useForm({
    resolver: useIssueResolver(newPersonForm),
    defaultValues: { username: "", displayName: "", role: "viewer" as const, own: "" },
  });
  const submission = useApiSubmit({
    form,
    ownPassword: "own",
    send: ({ own, ...person }) =>
      afterPassword(own, () => apiRequest<OneTimePassword>("POST", apis.people(), person)),
    onSuccess: onMade,
  });
  const { control } = form;
  return (
    <FormDialog
      title={t("addTitle")}
      text={t("addText")}
      submitLabel={t("addSubmit")}
      form={submission}
      onClose={onClose}
    >
      <TextField
        control={control}
        name="username"
        label={t("fields.username")}
        hint={t("fields.usernameHint")}
        autoComplete="off"
      />
      <TextField
        control={control}
        name="displayName"
        optional
        label={t("fields.displayName")}
        hint={t("fields.displayNameHint")}
        autoComplete="off"
      />
      <RadioField control={control} name="role" label={t("fields.role")} options={options} />
      <OwnPasswordField control={control} name="own" />
    </FormDialog>
  );
}
