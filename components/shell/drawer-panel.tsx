"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { inTip } from "@/components/ui/tip";
import { Brand } from "./brand";
import type { DrawerProps } from "./drawer";
import { NavList } from "./nav-list";
import { SidebarFoot } from "./sidebar";

type DrawerPanelProps = DrawerProps & { open: boolean; onOpenChange: (open: boolean) => void };

export function DrawerPanel({ open, onOpenChange, ...props }: DrawerPanelProps) {
  const t = useTranslations("shell");
  return (
    <Base.Root open={open} onOpenChange={(next, { event }) => inTip(event.target) || onOpenChange(next)}>
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
            <NavList role={props.user.role} onNavigate={() => onOpenChange(false)} />
          </div>
          <SidebarFoot {...props} collapsed={false} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
