"use client";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";

declare global {
  interface Window {
    /** Of `public/early-presses.js`; missing where that could not be fetched. */
    repeatEarlyPress?: () => void;
  }
}

/** What the effects of a commit set is on the page by then, such as what was typed early. */
function repeatSoon(): () => void {
  const timer = setTimeout(() => {
    // A script that comes only now keeps nothing any more.
    window.repeatEarlyPress ??= () => undefined;
    window.repeatEarlyPress();
  });
  return () => clearTimeout(timer);
}

/** Repeats what was pressed and typed before the page could act on it. */
export function EarlyPresses() {
  useEffect(repeatSoon, []);
  return null;
}

const never = () => () => undefined;

/** A part of the page whose code comes after the frame can act already; what was done in it until then is repeated then. */
export function WaitingPart({ children }: { children: ReactNode }) {
  const waits = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  useEffect(() => (waits ? undefined : repeatSoon()), [waits]);
  return <div data-waits={waits ? "" : undefined}>{children}</div>;
}
