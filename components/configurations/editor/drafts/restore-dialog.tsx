"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { Definition } from "@/lib/domain/registries/schema";
import { ReplayForm } from "../replay/replay-form";
import type { Base } from "../use-save";
import type { Offer } from "./use-offers";

type RestoreDialogProps = {
  offer: Offer;
  base: Base;
  /** What is edited on the page. */
  now: Definition;
  onApply: (definition: Definition) => void;
  onClose: () => void;
};

/** What both the draft and the page changed is chosen before anything is restored. */
export function RestoreDialog({ offer, base, now, onApply, onClose }: RestoreDialogProps) {
  const t = useTranslations("drafts");
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("restoreTitle")}
      description={t("restoreText")}
      width="lg"
    >
      <ReplayForm
        onto="page"
        base={offer.base}
        theirs={now}
        mine={offer.mine}
        number={base.number}
        onApply={(replay) => {
          const definition = replay(offer.mine);
          if (definition) onApply(definition);
        }}
      />
    </Dialog>
  );
}
