"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { CardHeights } from "./card-heights";
import { type Segment, type Span, spanBetween } from "./segments";

/** Lists that are no longer than this are drawn whole. */
const many = 50;
/** What the server draws of a longer one: a screenful and more. */
const start: Span = { from: 0, to: 40 };
const nowhere: Span = { from: 0, to: 0 };
/** How near a gap may come before the cards in it are drawn, and how far they are drawn then, in pixels. */
const near = 600;
const reach = 1200;

const isSame = (one: Span, other: Span) => one.from === other.from && one.to === other.to;

function boxesOf(list: HTMLElement) {
  return [...list.children].map((child) => {
    const { top, bottom } = child.getBoundingClientRect();
    const { row, gap, gapEnd } = child instanceof HTMLElement ? child.dataset : {};
    const segment: Segment =
      gap === undefined
        ? { kind: "row", index: Number(row) }
        : { kind: "gap", from: Number(gap), to: Number(gapEnd) };
    return {
      ...segment,
      top,
      bottom,
      isClosed: child.querySelector("[data-control=toggle][aria-expanded=false]") !== null,
    };
  });
}

const closedHeights = (box: ReturnType<typeof boxesOf>[number]) =>
  box.kind === "row" && box.isClosed ? [{ index: box.index, height: box.bottom - box.top }] : [];

type CardList = {
  list: RefObject<HTMLElement | null>;
  keys: readonly string[];
  onFocusIn: (at: number) => void;
};

/** Which cards of a long list stand in sight or near it, and how high the others are. All of them are printed. */
export function useCardsInSight({ list, keys, onFocusIn }: CardList) {
  const isLong = keys.length > many;
  const [span, setSpan] = useState(start);
  const [printing, setPrinting] = useState(false);
  const [heights] = useState(() => new CardHeights());
  const isFirst = useRef(true);

  // Each drawing may leave other gaps.
  useEffect(() => {
    const element = list.current;
    if (!element || !isLong) return;
    const look = () => {
      const boxes = boxesOf(element);
      heights.begin(element.clientWidth);
      for (const { index, height } of boxes.flatMap(closedHeights)) heights.note(keys[index] ?? "", height);
      const found = spanBetween(boxes, -reach, window.innerHeight + reach) ?? nowhere;
      setSpan((last) => (isSame(last, found) ? last : found));
    };
    const watch = new IntersectionObserver(
      (entries) => {
        // A list that is away has no places.
        if (element.getClientRects().length === 0) return;
        if (isFirst.current || entries.some(({ isIntersecting }) => isIntersecting)) look();
        isFirst.current = false;
      },
      { rootMargin: `${near}px 0px` },
    );
    for (const gap of element.querySelectorAll(":scope > [data-gap]")) watch.observe(gap);
    const onFocus = ({ target }: FocusEvent) => {
      const row = target instanceof Node && [...element.children].find((each) => each.contains(target));
      if (row) onFocusIn(Number(row.getAttribute("data-row")));
    };
    element.addEventListener("focusin", onFocus);
    return () => {
      watch.disconnect();
      element.removeEventListener("focusin", onFocus);
    };
  });

  useEffect(() => {
    const set = (on: boolean) => () => flushSync(() => setPrinting(on));
    const stop = new AbortController();
    window.addEventListener("beforeprint", set(true), { signal: stop.signal });
    window.addEventListener("afterprint", set(false), { signal: stop.signal });
    return () => stop.abort();
  }, []);

  const isAll = !isLong || printing;
  return { heights, isNear: (at: number) => isAll || (span.from <= at && at < span.to) };
}
