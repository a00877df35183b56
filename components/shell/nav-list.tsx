"use client";
import { clsx } from "clsx";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { tip } from "@/components/ui/tip";
import type { Role } from "@/lib/domain/people/roles";
import { sectionOf, sectionsFor } from "./navigation";

type NavListProps = { role: Role; collapsed?: boolean; onNavigate?: () => void };

export function NavList({ role, collapsed = false, onNavigate }: NavListProps) {
  const t = useTranslations("shell");
  const here = sectionOf(usePathname());
  return (
    <nav aria-label={t("navigation")}>
      <ul className="space-y-0.5">
        {sectionsFor(role).map((section) => {
          const { text, href, icon: Icon } = section;
          const current = section === here;
          return (
            <li key={text}>
              <AppLink
                {...(collapsed ? tip(t(`nav.${text}`), "right") : {})}
                href={href}
                aria-current={current ? "page" : undefined}
                onNavigate={() => onNavigate?.()}
                className={clsx(
                  "flex min-h-8 items-center gap-2.5 rounded-md px-2 transition-colors duration-120 pointer-coarse:min-h-11",
                  current ? "bg-inset font-medium text-fg" : "text-muted hover:bg-inset hover:text-fg",
                  collapsed && "justify-center",
                )}
              >
                <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
                <span className={collapsed ? "sr-only" : undefined}>{t(`nav.${text}`)}</span>
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
