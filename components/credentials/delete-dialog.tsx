"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { apiRequest } from "@/lib/client/api";
import type { UsedBy as User } from "@/lib/domain/credentials/schema";
import { StillHeld } from "./detail/still-held";
import { UsedBy } from "./used-by";

type DeleteDialogProps = {
  kind: "registry" | "tls";
  name: string;
  path: string;
  users: readonly User[];
  onClose: () => void;
  onDeleted: () => void;
};

/** Asks before it deletes; what is in use names its users instead. */
export function DeleteDialog({ kind, name, path, users, onClose, onDeleted }: DeleteDialogProps) {
  const t = useTranslations("credentials.delete");
  const { error, run } = useApiAction();
  const close = (open: boolean) => {
    if (!open) onClose();
  };
  if (users.length > 0) {
    return (
      <Dialog
        open
        onOpenChange={close}
        title={t("usedTitle", { name })}
        description={t("used")}
        footer={<Button onClick={onClose}>{t("understood")}</Button>}
      >
        <UsedBy users={users} />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={close}
      title={t("title", { name })}
      confirmLabel={t("confirm", { name })}
      onConfirm={() => run(() => apiRequest("DELETE", path), onDeleted)}
    >
      <p>{t(kind)}</p>
      <StillHeld path={path} />
      <FormError error={error} />
    </ConfirmDialog>
  );
}
