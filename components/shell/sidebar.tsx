"use client";
import { clsx } from "clsx";
import { PanelLeftClose, PanelLeftOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AppLink } from "@/components/ui/app-link";
import { IconButton } from "@/components/ui/icon-button";
import { keepPreference } from "@/lib/client/preference";
import type { Theme } from "@/lib/client/theme";
import { pages } from "@/lib/domain/paths";
import type { Role } from "@/lib/domain/people/roles";
import { Brand, BrandMark } from "./brand";
import { LanguageMenu } from "./language-menu";
import { NavList } from "./nav-list";
import { ThemeMenu } from "./theme-menu";
import { UserMenu } from "./user-menu";

export type ShellUser = { id: string; name: string; role: Role };

type SidebarProps = { user: ShellUser; theme: Theme; version: string; collapsed: boolean };

export function Sidebar({ user, theme, version, collapsed: initial }: SidebarProps) {
  const t = useTranslations("shell");
  const [collapsed, setCollapsed] = useState(initial);
  function toggle() {
    setCollapsed(!collapsed);
    keepPreference("sidebar", collapsed ? "open" : "collapsed");
  }
  const Icon = collapsed ? PanelLeftOpen : PanelLeftClose;
  return (
    <aside
      aria-label={t("sidebar")}
      data-shell-frame=""
      className={clsx(
        "sticky top-0 hidden h-dvh shrink-0 flex-col border-line border-e bg-subtle lg:flex",
        collapsed ? "w-14" : "w-58",
      )}
    >
      <div className={clsx("flex h-12 shrink-0 items-center", collapsed ? "justify-center" : "px-4")}>
        <AppLink href={pages.overview()} className="rounded-md">
          {collapsed ? <CollapsedBrand /> : <Brand />}
        </AppLink>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 py-2">
        <NavList role={user.role} collapsed={collapsed} />
      </div>
      <SidebarFoot user={user} theme={theme} version={version} collapsed={collapsed}>
        <IconButton
          label={collapsed ? t("expandSidebar") : t("collapseSidebar")}
          aria-expanded={!collapsed}
          icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
          onClick={toggle}
        />
      </SidebarFoot>
    </aside>
  );
}

function CollapsedBrand() {
  const t = useTranslations("common");
  return (
    <span className="block p-1">
      <BrandMark />
      <span className="sr-only">{t("productName")}</span>
    </span>
  );
}

type FootProps = SidebarProps & { children?: React.ReactNode };

/** Language, theme, account and version; the drawer of small screens ends with the same. */
export function SidebarFoot({ user, theme, version, collapsed, children }: FootProps) {
  return (
    <div className="shrink-0 space-y-1 p-2">
      <div className={clsx("flex items-center gap-1", collapsed ? "flex-col" : "px-0.5")}>
        <LanguageMenu side="top" />
        <ThemeMenu theme={theme} side="top" />
        {children}
        {collapsed ? null : (
          <span className="ms-auto pe-1.5 text-faint text-xs tabular-nums" translate="no">
            {version}
          </span>
        )}
      </div>
      <div className="border-line border-t pt-1">
        <UserMenu {...user} collapsed={collapsed} />
      </div>
    </div>
  );
}
