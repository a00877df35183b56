"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { PersonView } from "@/lib/domain/people/views";

type DisablePersonProps = { person: PersonView; onClose: () => void; onDone: () => void };

/** Asks before somebody is kept out; whoever is in a hurry to do so need not type a password. */
export function DisablePerson({ person: { id, name }, onClose, onDone }: DisablePersonProps) {
  const t = useTranslations("people");
  const { error, run } = useApiAction();
  const disable = () => apiRequest<void>("PUT", apis.personDisabled(id), { disabled: true });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("disableTitle", { name })}
      confirmLabel={t("disableConfirm", { name })}
      danger
      onConfirm={() => run(disable, onDone)}
    >
      <p>{t("disableText", { name })}</p>
      <FormError error={error} />
    </ConfirmDialog>
  );
}
