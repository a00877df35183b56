"use client";

import type { KeyboardEvent, RefObject } from "react";
import { flushSync } from "react-dom";

type Rows = {
  list: RefObject<HTMLElement | null>;
  count: number;
  move: (from: number, to: number) => void;
  /** Says in words where a row went. */
  onMoved: (to: number) => void;
};

/** Focuses a control of the row at a place; rows and controls are marked by `data-row` and `data-control`. */
function focusInRow(list: Element | null, index: number, control: string) {
  const target = list?.querySelector(
    `:scope > [data-row="${index}"] [data-control="${CSS.escape(control)}"]`,
  );
  if (!(target instanceof HTMLElement)) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
}

/**
 * Moves rows of an ordered list. The focus stays on the same control of the moved row: a browser drops it when the
 * row's element is moved, so it is set again after the new order is on the page.
 */
export function useRows({ list, count, move, onMoved }: Rows) {
  const moveRow = (from: number, to: number, control?: string) => {
    if (from === to || ![from, to].every((place) => place >= 0 && place < count)) return;
    const kept = control ?? document.activeElement?.getAttribute("data-control");
    flushSync(() => move(from, to));
    if (kept) focusInRow(list.current, to, kept);
    onMoved(to);
  };

  /** Alt with an arrow moves the row the focus is in; composing text with an input method is left alone. */
  const moveByKey = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    event.stopPropagation();
    moveRow(index, index + (event.key === "ArrowUp" ? -1 : 1));
  };

  return { moveRow, moveByKey };
}
