"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

const findHeading = () => document.querySelector<HTMLElement>("main h1");

/** Focuses the `h1` once it is there; a page that still loads has none. Returns how to give up waiting. */
function focusHeading(): () => void {
  const heading = findHeading();
  if (heading) heading.focus({ preventScroll: true });
  const main = document.querySelector("main");
  if (heading || !main) return () => undefined;
  const watcher = new MutationObserver(() => {
    const late = findHeading();
    if (!late) return;
    watcher.disconnect();
    late.focus({ preventScroll: true });
  });
  watcher.observe(main, { childList: true, subtree: true });
  return () => watcher.disconnect();
}

/** After a change of page the focus goes to its `h1`, so that reading goes on there. The first page is left alone. */
export function RouteFocus() {
  const path = usePathname();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    return focusHeading();
  }, [path]);
  return null;
}
