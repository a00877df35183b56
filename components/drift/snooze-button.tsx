"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";

const snoozeDialog = part(() => import("./snooze-dialog").then((module) => module.SnoozeDialog));

export function SnoozeButton({ nodeIds, refusal }: { nodeIds: string[]; refusal: string | undefined }) {
  const t = useTranslations("drift.snooze");
  const [open, setOpen] = useState(false);
  return (
    <>
      <AllowedButton size="sm" refusal={refusal} onClick={() => setOpen(true)}>
        {t("button")}
      </AllowedButton>
      <Later part={snoozeDialog} open={open} onMissing={() => setOpen(false)}>
        {(SnoozeDialog) => <SnoozeDialog nodeIds={nodeIds} open={open} onOpenChange={setOpen} />}
      </Later>
    </>
  );
}
