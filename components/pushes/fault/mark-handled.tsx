"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { describeControl, FieldFrame, useFieldIds } from "@/components/fields/field-frame";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-style";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Textarea } from "@/components/ui/textarea";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { HandleFault } from "@/lib/domain/pushes/continue";
import { reasonLength } from "@/lib/domain/pushes/reason";
import type { FaultedNode } from "./use-card-words";

type MarkHandledProps = { node: FaultedNode; pushId: string; variant: ButtonVariant };

/** Keeps that a person took care of the machine, and how: what was done there nobody else can tell later. */
export function MarkHandled({ node, pushId, variant }: MarkHandledProps) {
  const t = useTranslations("pushcards.card");
  const { error, run } = useApiAction({ refresh: true });
  const [lacking, setLacking] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const lack = lacking ? { type: "custom", message: t("handledLacking") } : undefined;
  const ids = useFieldIds(null, lack);
  async function mark(): Promise<boolean> {
    const said: HandleFault = { node: node.id, reason: box.current?.value.trim() ?? "" };
    const isEnough = said.reason.length >= reasonLength.least;
    setLacking(!isEnough);
    if (isEnough) return run(() => apiRequest("POST", apis.handleFault(pushId), said));
    box.current?.focus();
    return false;
  }
  return (
    <ConfirmDialog
      title={t("handledTitle", { name: node.name })}
      confirmLabel={t("handledConfirm")}
      danger={false}
      trigger={
        <Button size="sm" variant={variant}>
          {t("actions.handled")}
        </Button>
      }
      onConfirm={mark}
    >
      <FormError error={error} />
      <p>{t("handledText")}</p>
      <div className="text-fg">
        <FieldFrame ids={ids} label={t("handledReason")} error={lack}>
          <Textarea ref={box} {...describeControl(ids, lack)} rows={3} maxLength={reasonLength.most} />
        </FieldFrame>
      </div>
    </ConfirmDialog>
  );
}
