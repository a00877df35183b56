"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { Menu as MenuIcon, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import type { Theme } from "@/lib/client/theme";
import { Brand } from "./brand";
import { NavList } from "./nav-list";
import { type ShellUser, SidebarFoot } from "./sidebar";

type DrawerProps = { user: ShellUser; theme: Theme; version: string };

/** The sidebar of screens below 1024 px. */
export function Drawer(props: DrawerProps) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  return (
    <Base.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Base.Trigger
        render={
          <IconButton
            label={t("openMenu")}
            icon={<MenuIcon size={18} aria-hidden />}
            className="-ms-2 lg:hidden"
          />
        }
      />
      <Base.Portal>
        <Base.Backdrop className="fade-motion fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]" />
        <Base.Popup className="drawer-motion fixed inset-y-0 start-0 z-50 flex w-72 max-w-[85vw] flex-col border-line border-e bg-subtle">
          <div className="flex h-12 shrink-0 items-center justify-between ps-4 pe-2">
            <Base.Title render={<div />}>
              <Brand />
            </Base.Title>
            <Base.Close render={<IconButton label={t("closeMenu")} icon={<X size={18} aria-hidden />} />} />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-2 py-2">
            <NavList onNavigate={() => setOpen(false)} />
          </div>
          <SidebarFoot {...props} collapsed={false} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
