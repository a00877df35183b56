"use client";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { FormDialog } from "@/components/fields/form-dialog";
import { useApiSubmit } from "@/components/fields/use-api-submit";
import { useIssueResolver } from "@/components/fields/use-issue-resolver";
import { afterPassword } from "@/lib/client/after-password";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import { ownPasswordForm } from "@/lib/domain/people/forms";
import type { OneTimePassword, PersonView } from "@/lib/domain/people/views";
import type { Result } from "@/lib/domain/result";
import { OwnPasswordField } from "./own-password-field";

type Answer = Promise<Result<OneTimePassword | undefined, ApiError>>;

const requests = {
  reset: (id: string): Answer => apiRequest("POST", apis.personPassword(id)),
  enable: (id: string): Answer => apiRequest("PUT", apis.personDisabled(id), { disabled: false }),
  delete: (id: string): Answer => apiRequest("DELETE", apis.person(id)),
};

type GuardedDialogProps = {
  question: keyof typeof requests;
  person: PersonView;
  onClose: () => void;
  /** With the password that was made, where one was. */
  onDone: (made: OneTimePassword | undefined) => void;
};

/** Asks for one's own password before somebody gets a way in, or loses the account for good. */
export function GuardedDialog(props: GuardedDialogProps) {
  const { question, person, onClose, onDone } = props;
  const { id, name } = person;
  const t = useTranslations("people");
  const form = useForm({ resolver: useIssueResolver(ownPasswordForm), defaultValues: { own: "" } });
  const submission = useApiSubmit({
    form,
    ownPassword: "own",
    send: ({ own }) => afterPassword(own, () => requests[question](id)),
    onSuccess: onDone,
  });
  return (
    <FormDialog
      title={t(`${question}Title`, { name })}
      text={t(`${question}Text`, { name })}
      submitLabel={t(`${question}Confirm`, { name })}
      danger={question === "delete"}
      form={submission}
      onClose={onClose}
    >
      <OwnPasswordField control={form.control} name="own" />
    </FormDialog>
  );
}
