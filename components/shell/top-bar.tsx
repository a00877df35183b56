"use client";
import { ChevronRight } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AppLink } from "@/components/ui/app-link";
import { type Crumb, useCrumbs } from "@/components/ui/breadcrumbs";
import { sectionOf } from "./navigation";

/** Where the page stands: its section from the address, then what the page itself hands up. */
function useTrail(): Crumb[] {
  const t = useTranslations("shell");
  const path = usePathname();
  const crumbs = useCrumbs();
  const section = sectionOf(path);
  if (section) return [{ label: t(`nav.${section.text}`), href: section.href }, ...crumbs];
  return path.startsWith("/settings/") ? [{ label: t("nav.settings") }, ...crumbs] : crumbs;
}

export function TopBar({ drawer, aside }: { drawer: ReactNode; aside?: ReactNode }) {
  const t = useTranslations("shell");
  const trail = useTrail();
  return (
    <header
      data-shell-frame=""
      className="sticky top-0 z-30 flex h-12 items-center gap-3 border-line border-b bg-page px-4 lg:px-6"
    >
      {drawer}
      <nav aria-label={t("breadcrumbs")} className="min-w-0 flex-1">
        <ol className="flex min-w-0 items-center gap-1.5 text-sm">
          {trail.map((crumb, index) => (
            <CrumbItem
              key={`${crumb.label} ${crumb.href ?? ""}`}
              crumb={crumb}
              last={index === trail.length - 1}
            />
          ))}
        </ol>
      </nav>
      {aside ? <div className="flex shrink-0 items-center gap-2">{aside}</div> : null}
    </header>
  );
}

function CrumbItem({ crumb, last }: { crumb: Crumb; last: boolean }) {
  if (last)
    return (
      <li className="min-w-0 truncate font-medium">
        <span aria-current="page">{crumb.label}</span>
      </li>
    );
  return (
    <li className="flex shrink-0 items-center gap-1.5 text-muted">
      {crumb.href ? (
        <AppLink href={crumb.href} className="rounded-sm hover:text-fg">
          {crumb.label}
        </AppLink>
      ) : (
        crumb.label
      )}
      <ChevronRight size={14} aria-hidden className="text-faint" />
    </li>
  );
}
