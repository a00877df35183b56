"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";
import type { Named } from "@/lib/domain/named";
import type { Login, NodeView } from "@/lib/domain/nodes/views";

const editNodeDialog = part(() => import("./edit-node-dialog").then((module) => module.EditNodeDialog));

type EditNodeProps = {
  node: NodeView;
  stored: Login[];
  groups: Named[];
  jumps: Named[];
  refusal: string | undefined;
  stays: string | undefined;
  /** Open from the start, for whoever came to change something. */
  isOpen: boolean;
};

export function EditNode({ refusal, isOpen, ...rest }: EditNodeProps) {
  const t = useTranslations("nodes.form");
  const [open, setOpen] = useState(isOpen);
  return (
    <>
      <AllowedButton refusal={refusal} onClick={() => setOpen(true)}>
        {t("edit")}
      </AllowedButton>
      <Later part={editNodeDialog} open={open} onMissing={() => setOpen(false)}>
        {(EditNodeDialog) => <EditNodeDialog {...rest} open={open} onOpenChange={setOpen} />}
      </Later>
    </>
  );
}
