"use client";

import { clsx } from "clsx";
import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { IconButton } from "@/components/ui/icon-button";

import { CardFindings } from "./findings/card-findings";

type CardFrameProps = {
  /** Where the entry stands in the rendered file, for the lines beside it. */
  path: string;
  /** The entry's own name, in the names of its buttons. */
  name: string;
  summary: ReactNode;
  place: { index: number; count: number };
  open: boolean;
  onToggle: () => void;
  onMove: (to: number) => void;
  onMoveKey: (event: KeyboardEvent) => void;
  onRemove: () => void;
  children: ReactNode;
};

/** Of many closed cards the browser lays out those in sight. The ring of the focus stands out of a card a little. */
const many = 50;
const unseen =
  "[contain-intrinsic-block-size:auto_46px] [content-visibility:auto] [overflow-clip-margin:8px]";

/** One entry of an ordered list of cards: folded it is one line, open it holds its fields. */
export function CardFrame(props: CardFrameProps) {
  const { path, name, summary, place, open, onToggle, onMoveKey, children } = props;
  const body = useId();
  return (
    <li
      data-row=""
      data-path={path}
      className={clsx("rounded-lg border border-line bg-page", !open && place.count > many && unseen)}
    >
      <div className="flex items-center gap-1 pe-2">
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            data-control="toggle"
            aria-expanded={open}
            aria-controls={open ? body : undefined}
            aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            onClick={onToggle}
            onKeyDown={onMoveKey}
            className="flex min-h-11 w-full min-w-0 items-center gap-2 rounded-lg px-3 py-2 text-start"
          >
            <ChevronRight
              size={16}
              aria-hidden
              className={clsx("shrink-0 text-muted transition-transform", open && "rotate-90")}
            />
            <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">{summary}</span>
            <CardFindings part={path} />
          </button>
        </h3>
        <CardButtons
          name={name}
          place={place}
          onMove={props.onMove}
          onMoveKey={onMoveKey}
          onRemove={props.onRemove}
        />
      </div>
      {open ? (
        <div id={body} className="space-y-6 border-line border-t px-4 py-4">
          {children}
        </div>
      ) : null}
    </li>
  );
}

type CardButtonsProps = Pick<CardFrameProps, "name" | "place" | "onMove" | "onMoveKey" | "onRemove">;

function CardButtons({ name, place, onMove, onMoveKey, onRemove }: CardButtonsProps) {
  const t = useTranslations("editor");
  const first = place.index === 0;
  const last = place.index === place.count - 1;
  return (
    <>
      <IconButton
        label={first ? t("alreadyFirst", { name }) : t("moveUp", { name })}
        icon={<ArrowUp size={14} aria-hidden />}
        data-control="up"
        aria-disabled={first}
        aria-keyshortcuts="Alt+ArrowUp"
        onKeyDown={onMoveKey}
        onClick={() => onMove(place.index - 1)}
      />
      <IconButton
        label={last ? t("alreadyLast", { name }) : t("moveDown", { name })}
        icon={<ArrowDown size={14} aria-hidden />}
        data-control="down"
        aria-disabled={last}
        aria-keyshortcuts="Alt+ArrowDown"
        onKeyDown={onMoveKey}
        onClick={() => onMove(place.index + 1)}
      />
      <IconButton
        label={t("remove", { name })}
        icon={<Trash2 size={14} aria-hidden />}
        data-control="remove"
        onClick={onRemove}
      />
    </>
  );
}
