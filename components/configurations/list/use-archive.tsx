"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";

/** Archives and restores, each with the other as its way back. What the server refuses is shown in a dialog. */
export function useArchive({ id, name }: { id: string; name: string }) {
  const t = useTranslations("configurations");
  const router = useRouter();
  const toast = useToast();
  const [error, setError] = useState<ApiError>();

  async function set(archived: boolean): Promise<void> {
    const result = await apiRequest("PATCH", apis.configuration(id), { archived });
    if (!result.ok) return setError(result.error);
    router.refresh();
    toast(t(archived ? "archivedToast" : "restoredToast", { name }), {
      undo: { label: t("undo"), onUndo: () => void set(!archived) },
    });
  }

  const refusal = (
    <Dialog
      open={error !== undefined}
      onOpenChange={(open) => !open && setError(undefined)}
      title={t("notArchived", { name })}
    >
      <FormError error={error} />
    </Dialog>
  );
  return { set, refusal };
}
