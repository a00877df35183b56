"use client";

import { startTransition, useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";

type Growth = { first: number; step: number };

const all = Number.POSITIVE_INFINITY;

/**
 * How many items of a long list are drawn: the first ones at once, so that the page is there and can be used, the
 * others little by little right after. A list that was drawn whole once always is.
 */
export function useGrowing(count: number, { first, step }: Growth) {
  const [drawn, setDrawn] = useState(count <= first ? all : first);
  useEffect(() => {
    if (drawn === all) return;
    const next = drawn + step < count ? drawn + step : all;
    const timer = setTimeout(() => startTransition(() => setDrawn(next)));
    return () => clearTimeout(timer);
  }, [drawn, count, step]);
  /** For what cannot wait, such as the focus on an item far down. */
  const drawAll = useCallback(() => flushSync(() => setDrawn(all)), []);
  return { drawn: Math.min(drawn, count), drawAll };
}
