"use client";
import { useEffect } from "react";

/** What the icon of the tab tells. */
export type TabMark = "running" | "failed" | "done";

const colours: Record<TabMark, string> = { running: "#2563eb", failed: "#dc2626", done: "#16a34a" };

/** The icon of the product with a spot that tells how the push stands, also by its shape. */
function iconOf(mark: TabMark): string {
  const shapes: Record<TabMark, string> = {
    running: '<circle cx="15" cy="15" r="3" fill="none" stroke="#fff" stroke-width="1.6"/>',
    failed: '<path d="m13 13 4 4m0-4-4 4" stroke="#fff" stroke-width="1.6"/>',
    done: '<path d="m12.8 15.2 1.6 1.6 3-3.4" stroke="#fff" stroke-width="1.6" fill="none"/>',
  };
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill="none"><rect width="20" height="20" rx="5" fill="#18181b"/>' +
    '<path d="M6 5v6a3 3 0 0 0 3 3h5" stroke="#fff" stroke-width="2" stroke-linecap="round"/>' +
    `<circle cx="15" cy="15" r="5" fill="${colours[mark]}"/>${shapes[mark]}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Shows in the tab how the push stands, by title and icon, for whoever looks at another page meanwhile. */
export function useTab(title: string, mark: TabMark): void {
  // After every paint, since the title of the page itself may arrive later than the page.
  useEffect(() => {
    const before = document.title;
    if (before === "") return;
    document.title = title;
    return () => {
      if (document.title === title) document.title = before;
    };
  });
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel~="icon"]');
    const before = link?.getAttribute("href");
    if (!link || !before) return;
    link.href = iconOf(mark);
    return () => link.setAttribute("href", before);
  }, [mark]);
}
