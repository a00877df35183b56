"use client";

import { clsx } from "clsx";
import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ButtonHTMLAttributes, KeyboardEvent, ReactNode } from "react";
import { buttonStyle } from "@/components/ui/button-style";

/** Where a card stands: the first cannot go up and the last cannot go down. */
export type CardPlace = { index: number; count: number };

type CardButtonsProps = {
  name: string;
  place: CardPlace;
  onMove: (by: -1 | 1) => void;
  onMoveKey: (event: KeyboardEvent) => void;
  onRemove: () => void;
};

// Made once: there are three of each for every card of the list.
const style = clsx(buttonStyle({ variant: "ghost", size: "sm" }), "w-7 px-0! pointer-coarse:min-w-11");
const up = <ArrowUp size={14} aria-hidden />;
const down = <ArrowDown size={14} aria-hidden />;
const bin = <Trash2 size={14} aria-hidden />;

/** What can be done to a card without opening it. The tooltips of all cards are one, of their list. */
export function CardButtons({ name, place, onMove, onMoveKey, onRemove }: CardButtonsProps) {
  const t = useTranslations("editor");
  const first = place.index === 0;
  const last = place.index === place.count - 1;
  return (
    <>
      <CardButton
        data-control="up"
        aria-label={t(first ? "alreadyFirst" : "moveUp", { name })}
        aria-disabled={first}
        aria-keyshortcuts="Alt+ArrowUp"
        onKeyDown={onMoveKey}
        onClick={() => onMove(-1)}
      >
        {up}
      </CardButton>
      <CardButton
        data-control="down"
        aria-label={t(last ? "alreadyLast" : "moveDown", { name })}
        aria-disabled={last}
        aria-keyshortcuts="Alt+ArrowDown"
        onKeyDown={onMoveKey}
        onClick={() => onMove(1)}
      >
        {down}
      </CardButton>
      <CardButton data-control="remove" aria-label={t("remove", { name })} onClick={onRemove}>
        {bin}
      </CardButton>
    </>
  );
}

type CardButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  "data-control": string;
  children: ReactNode;
};

const CardButton = (props: CardButtonProps) => (
  <button {...props} type="button" data-tip="" className={style} />
);
