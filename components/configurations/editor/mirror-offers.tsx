"use client";

import { useTranslations } from "next-intl";
import { ProbeResult } from "@/components/mirrors/probe-result";
import { useProbes } from "@/components/mirrors/use-probes";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { offersFor } from "@/lib/domain/public-mirrors/offers";
import type { PublicMirrorOffer } from "@/lib/domain/public-mirrors/schema";
import { useEditor } from "./editor-context";

type MirrorOffersProps = { registry: string; chosen: string; onPick: (address: string) => void };

/** The listed public mirrors of a registry, each with what it answers when it is probed now. */
export function MirrorOffers({ registry, chosen, onPick }: MirrorOffersProps) {
  const t = useTranslations("mirrors");
  const announce = useAnnounce();
  const offers = offersFor(useEditor().publicMirrors, registry);
  const { states, running, start } = useProbes();
  if (offers.length === 0) return null;
  const probe = async () => {
    const answered = await start(offers);
    announce(t("probed", { answered, total: offers.length }));
  };
  const pick = ({ name, address }: PublicMirrorOffer) => {
    onPick(address);
    announce(t("used", { name }));
  };
  return (
    <section aria-label={t("offers")} className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium">{t("offers")}</h3>
        <Button size="sm" pending={running > 0} onClick={() => void probe()}>
          {t("probeAll")}
        </Button>
      </div>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line">
        {offers.map((offer) => (
          <li key={offer.id} className="flex items-start justify-between gap-3 px-3 py-2">
            <span className="min-w-0 space-y-0.5">
              <span className="block [overflow-wrap:anywhere]">{offer.name}</span>
              <code className="block text-code text-muted [overflow-wrap:anywhere]">{offer.address}</code>
              <ProbeResult state={states.get(offer.id)} />
            </span>
            <Button
              size="sm"
              aria-label={t("useNamed", { name: offer.name })}
              aria-pressed={chosen === offer.address}
              onClick={() => pick(offer)}
            >
              {t("use")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
