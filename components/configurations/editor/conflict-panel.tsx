"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { apis, pages } from "@/lib/domain/paths";
import { fromForm } from "@/lib/domain/registries/form";
import { useEditorForm } from "./editor-form";
import type { Base } from "./use-save";

/** Rarely needed, so it is not part of what every editor loads. */
const ConflictChanges = dynamic(() => import("./conflict-changes").then((each) => each.ConflictChanges), {
  // Of its own, or the whole page would wait with it.
  loading: () => null,
});

type ConflictPanelProps = {
  error: ApiError;
  base: Base;
  onReload: () => void;
  /** My changes stand on that revision now. */
  onReplayed: (base: Base) => void;
};

/** Someone saved first. Nothing was overwritten on either side; this is the way on. */
export function ConflictPanel({ error, base, onReload, onReplayed }: ConflictPanelProps) {
  const t = useTranslations("editor");
  const number = Number(error.params["number"] ?? base.number + 1);
  const copy = useSaveCopy();
  return (
    <div className="space-y-3">
      <FormError error={copy.error} />
      <Banner
        kind="warn"
        role="alert"
        title={error.message}
        action={
          <>
            <Button size="sm" pending={copy.pending} onClick={() => void copy.save()}>
              {t("saveCopy")}
            </Button>
            <ConfirmDialog
              title={t("reloadTitle", { number })}
              confirmLabel={t("reloadConfirm", { number })}
              trigger={<Button size="sm">{t("reload", { number })}</Button>}
              onConfirm={onReload}
            >
              {t("reloadText")}
            </ConfirmDialog>
          </>
        }
      >
        {t("conflictText", { base: base.number, number })}
      </Banner>
      {base.id === null ? null : <ConflictChanges id={base.id} {...{ base, number, onReplayed }} />}
    </div>
  );
}

function useSaveCopy() {
  const t = useTranslations("editor");
  const { getValues } = useEditorForm();
  const router = useRouter();
  const [error, setError] = useState<ApiError>();
  const [pending, setPending] = useState(false);
  async function save() {
    setPending(true);
    const { name, definition } = getValues();
    const sent = { name: t("copyName", { name }).slice(0, 100), definition: fromForm(definition) };
    const made = await apiRequest<{ id: string }>("POST", apis.configurations(), sent);
    setPending(false);
    if (made.ok) router.push(pages.configuration(made.value.id));
    else setError(made.error);
  }
  return { save, pending, error };
}
