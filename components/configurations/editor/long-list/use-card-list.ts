"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useEditor } from "../editor-context";
import { useCaretCard } from "../yaml/use-caret";
import { type Span, segmentsOf } from "./segments";
import { useCardsInSight } from "./use-cards-in-sight";
import { useOpenCards } from "./use-open-cards";

type CardListOptions = {
  /** The list in the form, such as `definition.mirrors`. */
  name: string;
  keys: readonly string[];
  list: RefObject<HTMLElement | null>;
  openAtFirst: (at: number) => boolean;
};

/** The place of the card in a list that a path leads to or into. */
function placeIn(list: string, path: string | null, separator: string): number {
  const start = `${list}${separator}`;
  return path?.startsWith(start) ? Number.parseInt(path.slice(start.length), 10) : -1;
}

/**
 * A list of cards of any length. Drawn are the cards near what is in sight, all open ones, which may hold what is nowhere
 * else, the one with the focus and its neighbours, which the next key may go to, and the one the caret of the file points at.
 */
export function useCardList({ name, keys, list, openAtFirst }: CardListOptions) {
  const { onReveal } = useEditor();
  const { open, setOpen } = useOpenCards(keys, openAtFirst);
  const [held, setHeld] = useState<string | null>(null);
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const hold = useCallback((at: number) => setHeld(latest.current[at] ?? null), []);
  const { isNear, heights } = useCardsInSight({ list, keys, onFocusIn: hold });
  const pointed = placeIn(name.replace(/^definition\./, ""), useCaretCard(), "/");
  const toggle = useCallback(
    (at: number, isOpen: boolean) => setOpen(latest.current[at] ?? "", isOpen),
    [setOpen],
  );
  /** Draws a card at once, for what cannot wait. */
  const draw = useCallback((at: number) => flushSync(() => hold(at)), [hold]);
  useEffect(
    () =>
      onReveal((field) => {
        const at = placeIn(name, field, ".");
        if (!latest.current[at]) return;
        flushSync(() => {
          hold(at);
          if (field.startsWith(`${name}.${at}.`)) toggle(at, true);
        });
      }),
    [onReveal, name, hold, toggle],
  );

  const holder = held === null ? -1 : keys.indexOf(held);
  const isDrawn = (at: number) =>
    isNear(at) || open.has(keys[at] ?? "") || at === pointed || (holder !== -1 && Math.abs(at - holder) <= 1);
  const segments = segmentsOf(keys.length, isDrawn);
  return {
    segments,
    heightOf: ({ from, to }: Span) => heights.of(keys.slice(from, to)),
    isOpen: (at: number) => open.has(keys[at] ?? ""),
    setOpen: toggle,
    draw,
  };
}
