"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { apiRequest } from "@/lib/client/api";
import type { Named } from "@/lib/domain/named";
import { apis, pages } from "@/lib/domain/paths";

/** Forgets a node and says what that means for the machine: nothing. */
export function DeleteNode({ node, refusal }: { node: Named; refusal: string | undefined }) {
  const t = useTranslations("nodes.delete");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { error, run, clearError } = useApiAction();
  const remove = () =>
    run(
      () => apiRequest("DELETE", apis.node(node.id)),
      () => router.push(pages.nodes()),
    );
  return (
    <>
      <AllowedButton refusal={refusal} onClick={() => setOpen(true)}>
        {t("button")}
      </AllowedButton>
      <ConfirmDialog
        title={t("title", { name: node.name })}
        confirmLabel={t("confirm", { name: node.name })}
        open={open}
        onOpenChange={(next) => {
          clearError();
          setOpen(next);
        }}
        onConfirm={remove}
      >
        <FormError error={error} />
        <p>{t("machine")}</p>
        <p>{t("records")}</p>
      </ConfirmDialog>
    </>
  );
}
