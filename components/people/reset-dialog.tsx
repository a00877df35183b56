"use client";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { afterPassword } from "@/lib/client/after-password";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import { ownPasswordForm } from "@/lib/domain/people/forms";
import type { OneTimePassword, PersonView } from "@/lib/domain/people/views";
import { FormDialog } from "./form-dialog";
import { OwnPasswordField } from "./own-password-field";

type ResetDialogProps = {
  person: PersonView;
  onClose: () => void;
  onMade: (made: OneTimePassword) => void;
};

/** Makes a new one-time password for somebody. */
export function ResetDialog({ person: { id, name }, onClose, onMade }: ResetDialogProps) {
  const t = useTranslations("people");
  const form = useForm({ resolver: useIssueResolver(ownPasswordForm), defaultValues: { own: "" } });
  const submission = useApiSubmit({
    form,
    send: ({ own }) => afterPassword(own, () => apiRequest<OneTimePassword>("POST", apis.personPassword(id))),
    onSuccess: onMade,
  });
  return (
    <FormDialog
      title={t("resetTitle", { name })}
      text={t("resetText", { name })}
      submitLabel={t("resetSubmit")}
      form={submission}
      onClose={onClose}
    >
      <OwnPasswordField control={form.control} name="own" />
    </FormDialog>
  );
}
