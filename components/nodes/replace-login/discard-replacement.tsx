"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { apiRequest } from "@/lib/client/api";
import type { SshReplacementView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";

type DiscardProps = { replacement: SshReplacementView; onDiscarded: () => void };

/** Forgets what waits; the login stays what it is. */
export function DiscardReplacement({ replacement, onDiscarded }: DiscardProps) {
  const t = useTranslations("sshreplacement.discard");
  const { error, run } = useApiAction();
  const discard = () => run(() => apiRequest("DELETE", apis.sshReplacement(replacement.id)), onDiscarded);
  return (
    <ConfirmDialog
      title={t("title")}
      confirmLabel={t("confirm")}
      trigger={<Button>{t("button")}</Button>}
      onConfirm={discard}
    >
      <FormError error={error} />
      <p>{t(replacement.publicKey ? "textKey" : "text")}</p>
    </ConfirmDialog>
  );
}
