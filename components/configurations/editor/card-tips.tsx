"use client";

import { Tooltip } from "@base-ui/react/tooltip";
import { type RefObject, useEffect, useState } from "react";

/** As long as the other tooltips of the page wait, and long enough to reach the tooltip with the pointer. */
const rest = 400;
const leave = 120;

const tipped = (target: EventTarget | null) =>
  target instanceof Element ? target.closest("[data-tip][aria-label]") : null;

/** Follows the pointer and the focus over the buttons of a list, which say by `data-tip` that they have a tooltip. */
function useTipped(list: RefObject<HTMLElement | null>) {
  const [shown, setShown] = useState<Element | null>(null);
  const [timer] = useState<{ id: ReturnType<typeof setTimeout> | undefined }>({ id: undefined });
  const show = (element: Element | null, after: number) => {
    clearTimeout(timer.id);
    timer.id = setTimeout(() => setShown(element), after);
  };

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    const stop = new AbortController();
    const later = (next: Element | null, after: number) => {
      clearTimeout(timer.id);
      timer.id = setTimeout(() => setShown(next), after);
    };
    const listen = <Kind extends "pointerover" | "pointerout" | "pointerdown" | "focusin" | "focusout">(
      kind: Kind,
      take: (target: Element, event: HTMLElementEventMap[Kind]) => void,
    ) =>
      element.addEventListener(
        kind,
        (event) => {
          const target = tipped(event.target);
          if (target) take(target, event);
        },
        { signal: stop.signal },
      );
    listen("pointerover", (target, { pointerType }) => {
      if (pointerType !== "touch") later(target, rest);
    });
    listen("focusin", (target) => {
      if (target.matches(":focus-visible")) later(target, 0);
    });
    listen("pointerout", () => later(null, leave));
    listen("pointerdown", () => later(null, 0));
    listen("focusout", () => later(null, 0));
    stop.signal.addEventListener("abort", () => clearTimeout(timer.id));
    return () => stop.abort();
  }, [list, timer]);

  return { shown, show };
}

/** One tooltip for all buttons of a list of cards: one for each button of a thousand cards costs seconds. */
export function CardTips({ list }: { list: RefObject<HTMLElement | null> }) {
  const { shown, show } = useTipped(list);
  if (!shown?.isConnected) return null;
  return (
    <Tooltip.Root open onOpenChange={(open) => (open ? undefined : show(null, 0))}>
      <Tooltip.Portal render={<div aria-hidden="true" />}>
        <Tooltip.Positioner anchor={shown} side="top" sideOffset={6} className="z-50">
          <Tooltip.Popup
            onPointerEnter={() => show(shown, 0)}
            onPointerLeave={() => show(null, leave)}
            className="float-motion max-w-64 rounded-md border border-transparent bg-fg px-2 py-1 text-page text-xs shadow-float"
          >
            {shown.getAttribute("aria-label")}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
