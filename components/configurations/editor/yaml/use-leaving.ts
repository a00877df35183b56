"use client";

import { useEffect } from "react";
import { usePane } from "./pane-context";

/** What is done to the text that is being typed: its problems, and what opens from them. */
const aboutText =
  '[data-yaml-pane], [data-about-text], [role="menu"], [role="dialog"], [data-base-ui-focus-guard]';

const isAboutText = (target: EventTarget | null) =>
  target instanceof Element && target.closest(aboutText) !== null;

/**
 * Only who goes elsewhere on the page has left: not to another window, not to the search of the editor itself, and not
 * to the problems, whose fixes are for the text as it was typed.
 */
export function useLeaving(box: { current: HTMLElement | null }) {
  const { store } = usePane();
  useEffect(() => {
    const element = box.current;
    const stop = new AbortController();
    const { signal } = stop;
    let pressed: EventTarget | null = null;
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      // Safari gives no focus to a button that is pressed.
      const isPressed = pressed instanceof Element && pressed.closest("[data-about-text]") !== null;
      if (!isPressed && ![relatedTarget, document.activeElement].some(isAboutText)) store.leave();
    };
    const onFocusIn = ({ target }: FocusEvent) => {
      if (store.state.own && !isAboutText(target)) store.leave();
    };
    const early = { signal, capture: true };
    document.addEventListener("pointerdown", ({ target }) => (pressed = target), early);
    document.addEventListener("keydown", () => (pressed = null), early);
    element?.addEventListener("focusout", onFocusOut, { signal });
    document.addEventListener("focusin", onFocusIn, { signal });
    return () => stop.abort();
  }, [box, store]);
}
