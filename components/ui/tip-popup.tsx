"use client";
import { Tooltip } from "@base-ui/react/tooltip";
import type { Tip } from "./tip";

type TipPopupProps = { anchor: HTMLElement; tip: Tip; onClose: () => void };

export function TipPopup({ anchor, tip, onClose }: TipPopupProps) {
  return (
    <Tooltip.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Tooltip.Portal render={<div aria-hidden="true" />}>
        <Tooltip.Positioner anchor={anchor} side={tip.side} sideOffset={6} className="z-50" data-tip-popup="">
          <Tooltip.Popup className="float-motion max-w-64 rounded-md border border-transparent bg-fg px-2 py-1 text-page text-xs shadow-float">
            {tip.text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
