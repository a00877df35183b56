import type { Page } from "@playwright/test";

export type Vitals = {
  /** When the largest part was painted, what shifted by itself, and how long input would have waited until now. */
  paint: number;
  shift: number;
  blocked: number;
  /** The slowest reaction to a person, from the input to the next frame; 0 where all were quicker than one frame. */
  reaction: number;
};

type Noted = PerformanceEntry & { value?: number; hadRecentInput?: boolean; interactionId?: number };

/** Runs in the page, before its own scripts. */
export function watchVitals(): void {
  const seen: Vitals = { paint: 0, shift: 0, blocked: 0, reaction: 0 };
  Object.assign(window, { seen });
  const watch = (type: string, note: (entry: Noted) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry);
    }).observe({ type, buffered: true, ...(type === "event" ? { durationThreshold: 16 } : {}) });
  watch("largest-contentful-paint", ({ startTime }) => {
    seen.paint = startTime;
  });
  watch("layout-shift", ({ value = 0, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
  watch("longtask", ({ duration }) => {
    seen.blocked += Math.max(0, duration - 50);
  });
  watch("event", ({ duration, interactionId }) => {
    if (interactionId) seen.reaction = Math.max(seen.reaction, duration);
  });
}

export const readVitals = (page: Page): Promise<Vitals> =>
  page.evaluate(() => (window as unknown as { seen: Vitals }).seen);
