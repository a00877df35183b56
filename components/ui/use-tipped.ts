"use client";
import { useEffect, useRef, useState } from "react";
import { inTip, tipped } from "./tip";

const rest = 400;
/** Long enough to reach the tooltip with the pointer. */
const leave = 120;

type Kind = "pointerover" | "pointerout" | "focusin" | "focusout" | "pointerdown";
type Listeners = { [Each in Kind]: (event: DocumentEventMap[Each]) => void };

/** Hears what happens anywhere in the page, also what stops on its way. Returns how to stop. */
function listenAll(listeners: Listeners): () => void {
  const stop = new AbortController();
  const listen = <Each extends Kind>(kind: Each) =>
    document.addEventListener(kind, listeners[kind], { signal: stop.signal, capture: true });
  for (const kind of Object.keys(listeners) as Kind[]) listen(kind);
  return () => stop.abort();
}

const delayOf = (next: Element | null, isShown: boolean) => (next ? (isShown ? 0 : rest) : leave);

/** Follows the pointer and the focus to what has a tooltip. While one is shown, the next one need not be waited for. */
export function useTipped() {
  const [shown, setShown] = useState<HTMLElement | null>(null);
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = shown !== null;
  }, [shown]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const show = (element: HTMLElement | null, after: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => setShown(element?.isConnected ? element : null), after);
    };
    const stop = listenAll({
      pointerover: ({ target, pointerType }) => {
        if (pointerType === "touch") return show(null, 0);
        if (inTip(target)) return clearTimeout(timer);
        const element = tipped(target);
        show(element, delayOf(element, isShown.current));
      },
      focusin: ({ target }) => {
        const element = tipped(target);
        show(element?.matches(":focus-visible") ? element : null, 0);
      },
      focusout: () => show(null, 0),
      pointerdown: () => show(null, 0),
      // The pointer left the window.
      pointerout: ({ relatedTarget }) => relatedTarget === null && show(null, leave),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return { shown, hide: () => setShown(null) };
}
