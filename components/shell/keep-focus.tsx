"use client";
import { useEffect } from "react";

function ancestorsOf(element: Element): HTMLElement[] {
  const parent = element.parentElement;
  return parent ? [parent, ...ancestorsOf(parent)] : [];
}

/** When what has the focus is removed, such as a row that was deleted, what was around it takes the focus. */
export function KeepFocus() {
  useEffect(() => {
    const main = document.querySelector("main");
    if (!main) return;
    let focused: Element | null = null;
    let around: HTMLElement[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      focused = target;
      around = ancestorsOf(target);
    };
    const watcher = new MutationObserver(() => {
      if (!focused || focused.isConnected || document.activeElement !== document.body) return;
      const survivor = around.find((element) => element.isConnected && main.contains(element));
      if (!survivor) return;
      if (!survivor.hasAttribute("tabindex")) survivor.tabIndex = -1;
      survivor.focus({ preventScroll: true });
    });
    main.addEventListener("focusin", remember);
    watcher.observe(main, { childList: true, subtree: true });
    return () => {
      main.removeEventListener("focusin", remember);
      watcher.disconnect();
    };
  }, []);
  return null;
}
