"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { apiRequest } from "@/lib/client/api";
import type { GroupView } from "@/lib/domain/groups/views";
import { apis, pages } from "@/lib/domain/paths";

type DeleteGroupProps = { group: Pick<GroupView, "id" | "name" | "nodes">; refusal: string | undefined };

/** Removes a group; its nodes stay, in no group. */
export function DeleteGroup({ group, refusal }: DeleteGroupProps) {
  const t = useTranslations("groups.delete");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { error, run, clearError } = useApiAction();
  const remove = () =>
    run(
      () => apiRequest("DELETE", apis.group(group.id)),
      () => router.push(pages.nodes()),
    );
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
          clearError();
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
