"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { AllowedButton } from "@/components/nodes/allowed-button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { GroupView } from "@/lib/domain/groups/views";
import { apis, pages } from "@/lib/domain/paths";

type DeleteGroupProps = { group: Pick<GroupView, "id" | "name" | "nodes">; refusal: string | undefined };

/** Removes a group; its nodes stay, in no group. */
export function DeleteGroup({ group, refusal }: DeleteGroupProps) {
  const t = useTranslations("groups.delete");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<ApiError>();
  async function remove() {
    const result = await apiRequest("DELETE", apis.group(group.id));
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
        title={t("title", { name: group.name })}
        confirmLabel={t("confirm", { name: group.name })}
        open={open}
        onOpenChange={(next) => {
          setError(undefined);
          setOpen(next);
        }}
        onConfirm={remove}
      >
        <FormError error={error} />
        <p>{t("nodes", { count: group.nodes.length })}</p>
        <p>{t("records")}</p>
      </ConfirmDialog>
    </>
  );
}
