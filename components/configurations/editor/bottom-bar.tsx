"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** What stays in sight at the lower edge of the page. */
export function BottomBar({ children }: { children: ReactNode }) {
  const bar = useBottomBar();
  return (
    <div ref={bar} className="sticky bottom-0 z-10 mt-6 -mb-6 bg-page lg:-mb-7" data-no-print="">
      {children}
    </div>
  );
}

/** Tells the page how high the bar is, so that toasts stand above its buttons. */
function useBottomBar() {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { style } = document.documentElement;
    const watch = new ResizeObserver(([entry]) => {
      style.setProperty("--bottom-bar", `${Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0)}px`);
    });
    if (bar.current) watch.observe(bar.current);
    return () => {
      watch.disconnect();
      style.removeProperty("--bottom-bar");
    };
  }, []);
  return bar;
}
