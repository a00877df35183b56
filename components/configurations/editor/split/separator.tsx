"use client";

import { useTranslations } from "next-intl";
import { type HTMLAttributes, type KeyboardEvent, type PointerEvent, type RefObject, useRef } from "react";
import { clampSplit, mostSplit, splitAfterKey, usualSplit } from "@/lib/client/split-position";

type SeparatorProps = {
  /** The id of the side that grows and folds. */
  controls: string;
  box: RefObject<HTMLElement | null>;
  /** In percent; 0 while that side is folded. */
  position: number;
  onMove: (position: number) => void;
  /** The position was let go of. */
  onKeep: (position: number) => void;
  onCollapse: () => void;
};

/** The line between both sides, as the window splitter of the WAI-ARIA patterns: arrows, Home, End, Enter and a pointer. */
export function Separator({ controls, box, position, onMove, onKeep, onCollapse }: SeparatorProps) {
  const t = useTranslations("editor.separator");
  const dragged = useRef<number | null>(null);

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = event.key === "Enter" ? position : splitAfterKey(event.key, position);
    if (next === null) return;
    event.preventDefault();
    if (event.key === "Enter") return onCollapse();
    onMove(next);
    onKeep(next);
  }
  function drag({ clientX }: PointerEvent) {
    const area = box.current?.getBoundingClientRect();
    if (!area || area.width === 0 || dragged.current === null) return;
    dragged.current = clampSplit(((clientX - area.left) / area.width) * 100);
    onMove(dragged.current);
  }
  function drop() {
    if (dragged.current !== null) onKeep(dragged.current);
    dragged.current = null;
  }
  // An hr is only drawn; one that moves is a widget, which HTML has no element for.
  const splitter: HTMLAttributes<HTMLElement> = {
    title: t("hint"),
    role: "separator",
    tabIndex: 0,
    "aria-orientation": "vertical",
    "aria-label": t("label"),
    "aria-controls": controls,
    "aria-valuenow": position,
    "aria-valuemin": 0,
    "aria-valuemax": mostSplit,
    "aria-valuetext": position === 0 ? t("collapsed") : t("position", { percent: position }),
    onKeyDown,
    onDoubleClick: () => {
      onMove(usualSplit);
      onKeep(usualSplit);
    },
    onPointerDown: ({ button, currentTarget, pointerId }) => {
      if (button !== 0) return;
      currentTarget.setPointerCapture(pointerId);
      dragged.current = position;
    },
    onPointerMove: drag,
    onLostPointerCapture: drop,
  };
  return (
    <div
      {...splitter}
      className="group/split mx-auto flex w-6 cursor-col-resize touch-none select-none justify-center rounded-sm max-lg:hidden"
    >
      <span
        aria-hidden
        className="sticky top-1/2 h-16 w-1 rounded-full bg-line transition-colors group-hover/split:bg-control group-active/split:bg-primary"
      />
    </div>
  );
}
