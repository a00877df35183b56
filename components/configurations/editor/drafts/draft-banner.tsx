"use client";

import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useDocument } from "../document/definition-document";
import { CompareDialog } from "./compare-dialog";
import type { DraftKeeper } from "./draft-keeper";
import { LostSecrets } from "./lost-secrets";
import { RestoreDialog } from "./restore-dialog";
import { useOfferTitle } from "./use-offer-title";
import type { Offer, useOffers } from "./use-offers";
import { type Restored, useRestore } from "./use-restore";

type DraftBannerProps = {
  offers: ReturnType<typeof useOffers>;
  keeper: DraftKeeper;
  restored: Restored | null;
  onRestored: (restored: Restored | null) => void;
};

/** What an earlier page left unsaved, and what to do with it. Nothing is restored by itself. */
export function DraftBanner({ offers, keeper, restored, onRestored }: DraftBannerProps) {
  const { offer, error, end } = offers;
  return (
    <div className="mb-4 space-y-3">
      <FormError error={error} />
      {restored ? <LostSecrets restored={restored} onDismiss={() => onRestored(null)} /> : null}
      {offer ? (
        <OfferBanner key={offer.key[2]} offer={offer} {...{ end, keeper }} onRestored={onRestored} />
      ) : null}
    </div>
  );
}

type OfferProps = {
  offer: Offer;
  end: () => Promise<void>;
  keeper: DraftKeeper;
  onRestored: (restored: Restored) => void;
};

function OfferBanner({ offer, end, keeper, onRestored }: OfferProps) {
  const t = useTranslations("drafts");
  const { base } = useDocument();
  const title = useOfferTitle(offer.draft);
  const restore = useRestore({ offer, keeper, end, onRestored });
  const isMoved = offer.draft.baseNumber !== base.number;
  return (
    <Banner
      kind="info"
      role="status"
      title={title}
      action={
        <>
          <Button size="sm" variant="primary" onClick={restore.begin}>
            {t("restore")}
          </Button>
          <CompareDialog offer={offer} title={title} />
          <ConfirmDialog
            title={t("discardTitle")}
            confirmLabel={t("discardConfirm")}
            trigger={<Button size="sm">{t("discard")}</Button>}
            onConfirm={end}
          >
            {t("discardText")}
          </ConfirmDialog>
        </>
      }
    >
      <p>{t("text")}</p>
      {isMoved ? <p>{t("moved", { number: base.number })}</p> : null}
      {offer.draft.isPartial ? <p>{t("partial")}</p> : null}
      {offer.lost.length > 0 ? <p>{t("lostCount", { count: offer.lost.length })}</p> : null}
      {restore.blocked ? <p className="text-error">{t("replay.unreadable")}</p> : null}
      {restore.asking ? (
        <RestoreDialog
          {...{ offer, base }}
          now={restore.asking}
          onApply={restore.apply}
          onClose={restore.cancel}
        />
      ) : null}
    </Banner>
  );
}
