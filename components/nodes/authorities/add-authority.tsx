"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";

const dialog = part(() => import("./add-authority-dialog").then((module) => module.AddAuthorityDialog));

/** The button that stores an authority, with its dialog. */
export function AddAuthority({ refusal }: { refusal: string | undefined }) {
  const t = useTranslations("hostauthorities");
  const [open, setOpen] = useState(false);
  return (
    <>
      <AllowedButton size="sm" refusal={refusal} onClick={() => setOpen(true)}>
        {t("add")}
      </AllowedButton>
      <Later part={dialog} open={open} onMissing={() => setOpen(false)}>
        {(AddAuthorityDialog) => <AddAuthorityDialog open={open} onOpenChange={setOpen} />}
      </Later>
    </>
  );
}
