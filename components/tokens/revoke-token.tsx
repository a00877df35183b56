"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { TokenView } from "@/lib/domain/tokens/views";

/** Asks before a token is ended; whoever lost one need not type a password. */
export function RevokeToken({ token: { id, name } }: { token: TokenView }) {
  const t = useTranslations("tokens");
  const { error, run } = useApiAction({ refresh: true });
  const toast = useToast();
  const revoke = () =>
    run(
      () => apiRequest<void>("DELETE", apis.token(id)),
      () => toast(t("revoked", { name })),
    );
  return (
    <ConfirmDialog
      title={t("revokeTitle", { name })}
      confirmLabel={t("revokeConfirm")}
      danger
      onConfirm={revoke}
      trigger={
        <Button size="sm" aria-label={t("revokeOf", { name })}>
          {t("revoke")}
        </Button>
      }
    >
      <p>{t("revokeText")}</p>
      <FormError error={error} />
    </ConfirmDialog>
  );
}
