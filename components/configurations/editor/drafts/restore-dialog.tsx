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
  onApply: (definition: Definition) => void;
  onClose: () => void;
};

/** For a draft of an older revision: what both changed is chosen before anything is restored. */
export function RestoreDialog({ offer, base, onApply, onClose }: RestoreDialogProps) {
  const t = useTranslations("drafts");
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("restoreTitle", { number: base.number })}
      description={t("restoreText", { base: offer.draft.baseNumber, number: base.number })}
      width="lg"
    >
      <ReplayForm
        base={offer.base}
        theirs={base.definition}
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
