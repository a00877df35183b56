"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";

type TooltipProps = { text: string; children: ReactElement; side?: "top" | "right" | "bottom" | "left" };

/** Repeats what the element already says to assistive technology; nothing essential stands only here. */
export function Tooltip({ text, children, side = "top" }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal render={<div aria-hidden="true" />}>
        <Base.Positioner side={side} sideOffset={6} className="z-50">
          <Base.Popup className="float-motion max-w-64 rounded-md border border-transparent bg-fg px-2 py-1 text-page text-xs shadow-float">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
