"use client";

import { BookMarked } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { PublicMirrorOffer } from "@/lib/domain/public-mirrors/schema";

type OfferMenuProps = {
  offers: readonly PublicMirrorOffer[];
  position: number;
  onPick: (address: string) => void;
};

/** The listed public mirrors of the registry, beside an endpoint; nothing where there are none. */
export function OfferMenu({ offers, position, onPick }: OfferMenuProps) {
  const t = useTranslations("mirrors");
  if (offers.length === 0) return null;
  return (
    <Menu
      trigger={
        <IconButton label={t("fromListFor", { position })} icon={<BookMarked size={14} aria-hidden />} />
      }
    >
      {offers.map(({ id, name, address }) => (
        <MenuItem key={id} onSelect={() => onPick(address)}>
          <span className="min-w-0">
            <span className="block [overflow-wrap:anywhere]">{name}</span>
            <code className="block text-code text-muted [overflow-wrap:anywhere]">{address}</code>
          </span>
        </MenuItem>
      ))}
    </Menu>
  );
}
