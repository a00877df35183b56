"use client";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";

/** After a change of page the focus goes to its `h1`, so that reading goes on there. The first page is left alone. */
export function RouteFocus() {
  const path = usePathname();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    const heading = document.querySelector<HTMLElement>("main h1") ?? document.querySelector("main");
    heading?.focus({ preventScroll: true });
  }, [path]);
  return null;
}
