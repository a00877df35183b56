"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { Named } from "@/lib/domain/named";
import { apis, pages } from "@/lib/domain/paths";
import { AllowedButton } from "../allowed-button";

/** Forgets a node and says what that means for the machine: nothing. */
export function DeleteNode({ node, refusal }: { node: Named; refusal: string | undefined }) {
  const t = useTranslations("nodes.delete");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<ApiError>();
  async function remove() {
    const result = await apiRequest("DELETE", apis.node(node.id));
    if (!result.ok) setError(result.error);
    else router.push(pages.nodes());
    return result.ok;
  }
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
          setError(undefined);
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
