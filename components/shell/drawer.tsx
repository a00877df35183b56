"use client";
import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { usePreloaded } from "@/components/ui/use-part";
import { usePopup } from "@/components/ui/use-popup";
import { part } from "@/lib/client/part";
import type { Theme } from "@/lib/client/theme";
import type { ShellUser } from "./sidebar";

export type DrawerProps = { user: ShellUser; theme: Theme; version: string };

const panel = part(() => import("./drawer-panel").then((module) => module.DrawerPanel));
const parts = [panel];

/** The sidebar of screens below 1024 px. */
export function Drawer(props: DrawerProps) {
  const t = useTranslations("shell");
  usePreloaded(parts);
  const {
    loaded: Panel,
    open,
    setOpen,
    button,
  } = usePopup(panel, {
    trigger: (
      <IconButton
        label={t("openMenu")}
        icon={<MenuIcon size={18} aria-hidden />}
        className="-ms-2 lg:hidden"
      />
    ),
  });
  return (
    <>
      {button}
      {Panel ? <Panel {...props} open={open} onOpenChange={setOpen} /> : null}
    </>
  );
}
