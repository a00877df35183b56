"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { DeleteTrigger } from "@/components/nodes/ssh/delete-trigger";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RadioGroup } from "@/components/ui/radio-group";
import { apiRequest } from "@/lib/client/api";
import type { HostAuthorityView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";

type DeleteProps = { authority: HostAuthorityView; refusal: string | undefined };

const choices = ["forget", "keep"] as const;

/** Believes an authority no more, and says what becomes of the nodes that it vouched for. */
export function DeleteAuthority({ authority, refusal }: DeleteProps) {
  const t = useTranslations("hostauthorities");
  const group = useId();
  const [keys, setKeys] = useState<(typeof choices)[number]>("forget");
  const { error, run } = useApiAction({ refresh: true });
  const { id, name, nodes } = authority;
  const button = <DeleteTrigger label={t("delete", { name })} refusal={refusal} />;
  if (refusal !== undefined) return button;
  return (
    <ConfirmDialog
      title={t("deleteTitle", { name })}
      confirmLabel={t("delete", { name })}
      trigger={button}
      onConfirm={() => run(() => apiRequest("DELETE", apis.hostAuthority(id, { keys })))}
    >
      <FormError error={error} />
      <p>{t("deleteText")}</p>
      {nodes.length > 0 ? (
        <RadioGroup
          name={group}
          legend={t("keys", { count: nodes.length })}
          options={choices.map((value) => ({ value, label: t(`${value}.label`), hint: t(`${value}.hint`) }))}
          value={keys}
          onChange={(value) => setKeys(value === "keep" ? "keep" : "forget")}
        />
      ) : null}
    </ConfirmDialog>
  );
}
