"use client";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { FormDialog } from "@/components/fields/form-dialog";
import { RadioField } from "@/components/fields/radio-field";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { afterPassword } from "@/lib/client/after-password";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import { roleForm } from "@/lib/domain/people/forms";
import type { PersonView } from "@/lib/domain/people/views";
import { OwnPasswordField } from "./own-password-field";
import { useRoleOptions } from "./use-role-options";

type RoleDialogProps = { person: PersonView; onClose: () => void; onDone: () => void };

/** Gives somebody another role. */
export function RoleDialog({ person: { id, name, role }, onClose, onDone }: RoleDialogProps) {
  const t = useTranslations("people");
  const options = useRoleOptions();
  const form = useForm({ resolver: useIssueResolver(roleForm), defaultValues: { role, own: "" } });
  const submission = useApiSubmit({
    form,
    ownPassword: "own",
    send: ({ own, ...chosen }) =>
      afterPassword(own, () => apiRequest<void>("PUT", apis.personRole(id), chosen)),
    onSuccess: onDone,
  });
  const chosen = useWatch({ control: form.control, name: "role" });
  return (
    <FormDialog
      title={t("roleTitle", { name })}
      text={t("roleText", { name })}
      submitLabel={t("roleSubmit")}
      refusal={chosen === role ? t("roleSame", { name }) : undefined}
      form={submission}
      onClose={onClose}
    >
      <RadioField control={form.control} name="role" label={t("fields.role")} options={options} />
      <OwnPasswordField control={form.control} name="own" />
    </FormDialog>
  );
}
