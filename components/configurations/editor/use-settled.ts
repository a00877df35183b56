"use client";

import { useEffect, useState } from "react";

const pause = 600;
/** Long enough for the click that took the focus away: what appears on leaving must not move its target. */
const afterLeaving = 200;

/**
 * The value a finding may speak about: what stood in the field at first, after the field was left, or after a pause.
 * While a person is in the middle of a word there is none, so nothing flickers under their hands.
 */
export function useSettled<Value>(value: Value) {
  const [settled, setSettled] = useState(value);
  const [left, setLeft] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return {
    isSettled: Object.is(settled, value),
    /** True once the field was left: only then is an empty one a mistake. */
    wasLeft: left,
    settle: () => {
      setTimeout(() => {
        setSettled(value);
        setLeft(true);
      }, afterLeaving);
    },
  };
}
