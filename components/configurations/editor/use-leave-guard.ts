"use client";

import { useEffect, useRef, useState } from "react";

/** Where a person wanted to go: a link of the page, or back in the history. */
export type Leaving = { kind: "link"; href: string } | { kind: "history" };

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The address a click would open in this tab, when it leaves the page. */
function leavingHref(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || !isPlainClick(event) || event.defaultPrevented) return null;
  if ((link.target && link.target !== "_self") || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  const here = url.origin === location.origin && url.pathname === location.pathname;
  return here || url.protocol === "blob:" ? null : link.href;
}

/**
 * Holds a person back while `active`: a click on a link and a step back are stopped and told as `leaving`, and the
 * browser asks on reload and close. The step back is caught by one more entry of the same page in the history.
 */
export function useLeaveGuard(active: boolean) {
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const released = useRef(false);

  useEffect(() => {
    if (!active) return;
    released.current = false;
    const stop = new AbortController();
    const ask = (event: BeforeUnloadEvent) => {
      if (!released.current) event.preventDefault();
    };
    const catchClick = (event: MouseEvent) => {
      const href = released.current ? null : leavingHref(event);
      if (href === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      setLeaving({ kind: "link", href });
    };
    window.addEventListener("beforeunload", ask, { signal: stop.signal });
    document.addEventListener("click", catchClick, { capture: true, signal: stop.signal });
    return () => stop.abort();
  }, [active]);

  useHistoryGuard(active, released, () => setLeaving({ kind: "history" }));

  return {
    leaving,
    stay: () => setLeaving(null),
    /** Lets the next step through, whichever it is. */
    release: () => {
      released.current = true;
      setLeaving(null);
    },
  };
}

function useHistoryGuard(active: boolean, released: { current: boolean }, onBack: () => void) {
  const notify = useRef(onBack);
  useEffect(() => {
    notify.current = onBack;
  });
  useEffect(() => {
    if (!active) return;
    const here = location.href;
    const hold = () => history.pushState(history.state, "", here);
    const back = () => {
      if (released.current || location.href !== here) return;
      hold();
      notify.current();
    };
    hold();
    window.addEventListener("popstate", back);
    return () => {
      window.removeEventListener("popstate", back);
      if (!released.current && location.href === here) history.back();
    };
  }, [active, released]);
}

/** Goes where the person wanted to go. Two entries back: the one of the guard, and the page itself. */
export function leave(leaving: Leaving, openLink: (href: string) => void) {
  if (leaving.kind === "history") history.go(-2);
  else openLink(leaving.href);
}
