"use client";
import { clsx } from "clsx";
import { AppLink } from "./app-link";

type LinkTabsProps = {
  label: string;
  items: readonly { href: string; label: string; current: boolean; count?: number }[];
};

/** Views of one page. Each has its own address, so they are links and survive a reload. */
export function LinkTabs({ label, items }: LinkTabsProps) {
  return (
    <nav aria-label={label} className="mb-4 overflow-x-auto border-line border-b">
      <ul className="flex gap-1">
        {items.map(({ href, label: text, current, count }) => (
          <li key={href}>
            <AppLink
              href={href}
              aria-current={current ? "page" : undefined}
              className={clsx(
                "-mb-px flex min-h-9 items-center gap-2 whitespace-nowrap border-b-2 px-3 outline-offset-[-2px]! pointer-coarse:min-h-11",
                current ? "border-fg font-semibold text-fg" : "border-transparent text-muted hover:text-fg",
              )}
            >
              {text}
              {count === undefined ? null : (
                <span className="rounded-sm bg-inset px-1.5 font-normal text-muted text-xs tabular-nums">
                  {count}
                </span>
              )}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
