"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { isComposing } from "@/components/ui/keys";

const selector = "[data-change]";

/** Of the places that begin a change, those that are shown. */
const shownIn = (box: HTMLElement) =>
  [...box.querySelectorAll<HTMLElement>(selector)].filter((row) => row.offsetParent !== null);

/** Goes from change to change, by button and by F7. `position` counts from 1 and is 0 before the first step. */
export function useChanges(box: RefObject<HTMLElement | null>) {
  const reached = useRef(-1);
  const [position, setPosition] = useState(0);

  const go = useCallback(
    (step: 1 | -1) => {
      const places = box.current ? shownIn(box.current) : [];
      if (places.length === 0) return;
      const focused = places.findIndex((place) => place.contains(document.activeElement));
      const from = focused === -1 ? reached.current : focused;
      const next =
        from === -1 && step === -1 ? places.length - 1 : (from + step + places.length) % places.length;
      reached.current = next;
      setPosition(next + 1);
      places[next]?.focus({ preventScroll: true });
      places[next]?.scrollIntoView({ block: "center" });
    },
    [box],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "F7" || event.ctrlKey || event.altKey || event.metaKey || isComposing(event)) return;
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [go]);

  return { go, position };
}
