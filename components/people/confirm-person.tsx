"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { PersonView } from "@/lib/domain/people/views";

export type Question = "disable" | "enable" | "delete";

type ConfirmPersonProps = {
  question: Question;
  person: PersonView;
  onClose: () => void;
  onDone: () => void;
};

const requests = {
  disable: (id: string) => apiRequest<void>("PUT", apis.personDisabled(id), { disabled: true }),
  enable: (id: string) => apiRequest<void>("PUT", apis.personDisabled(id), { disabled: false }),
  delete: (id: string) => apiRequest<void>("DELETE", apis.person(id)),
} as const;

/** Asks before somebody is kept out, let in again or deleted. */
export function ConfirmPerson({ question, person: { id, name }, onClose, onDone }: ConfirmPersonProps) {
  const t = useTranslations("people");
  const { error, run } = useApiAction();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${question}Title`, { name })}
      confirmLabel={t(`${question}Confirm`, { name })}
      danger={question !== "enable"}
      onConfirm={() => run(() => requests[question](id), onDone)}
    >
      <p>{t(`${question}Text`, { name })}</p>
      <FormError error={error} />
    </ConfirmDialog>
  );
}
