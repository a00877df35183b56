"use client";

import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { PublicMirrorView } from "@/lib/domain/public-mirrors/schema";

type DeleteMirrorProps = { mirror: PublicMirrorView; onClose: () => void; onDeleted: () => void };

/** Asks before a mirror leaves the list. */
export function DeleteMirror({ mirror: { id, name }, onClose, onDeleted }: DeleteMirrorProps) {
  const t = useTranslations("mirrors");
  const { error, run } = useApiAction();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("deleteTitle", { name })}
      confirmLabel={t("deleteConfirm", { name })}
      onConfirm={() => run(() => apiRequest("DELETE", apis.publicMirror(id)), onDeleted)}
    >
      <p>{t("deleteText")}</p>
      <FormError error={error} />
    </ConfirmDialog>
  );
}
