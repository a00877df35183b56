"use client";
import { ChevronsUpDown, Globe, LogOut, MonitorSmartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { tip } from "@/components/ui/tip";
import { useToast } from "@/components/ui/toast";
import { apiRequest } from "@/lib/client/api";
import { forgetDrafts } from "@/lib/client/draft-storage";
import { apis, pages } from "@/lib/domain/paths";
import type { Role } from "@/lib/domain/people/roles";

type UserMenuProps = { id: string; name: string; role: Role; collapsed?: boolean };

export function UserMenu({ id, name, role, collapsed = false }: UserMenuProps) {
  const t = useTranslations("shell");
  const mirrors = useTranslations("mirrors");
  const toast = useToast();
  const [leaving, setLeaving] = useState(false);
  async function signOut() {
    if (leaving) return;
    setLeaving(true);
    const result = await apiRequest("DELETE", apis.session("current"));
    if (result.ok || result.error.code === "unauthenticated") {
      await forgetDrafts(id);
      // A full load drops everything this session has shown from memory.
      window.location.assign(pages.login());
    } else toast(t("signOutFailed"));
    setLeaving(false);
  }
  const trigger = (
    <button
      {...(collapsed ? tip(name, "right") : {})}
      type="button"
      aria-label={t("account", { name })}
      className="flex min-h-10 w-full items-center gap-2.5 rounded-md px-1.5 text-start hover:bg-inset pointer-coarse:min-h-11"
    >
      <Avatar name={name} />
      <span className={collapsed ? "sr-only" : "min-w-0 flex-1"}>
        <span className="block truncate font-medium text-sm">{name}</span>
        <span className="block text-faint text-xs">{t(`roles.${role}`)}</span>
      </span>
      {collapsed ? null : <ChevronsUpDown size={14} aria-hidden className="shrink-0 text-faint" />}
    </button>
  );
  return (
    <Menu side="top" align="start" trigger={trigger}>
      <div className="px-2 py-1.5">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <p className="text-muted text-sm">{t(`roles.${role}`)}</p>
      </div>
      <MenuSeparator />
      <MenuLink href={pages.settings("mirrors")} icon={<Globe size={16} aria-hidden />}>
        {mirrors("manage")}
      </MenuLink>
      <MenuLink href={pages.settings("sessions")} icon={<MonitorSmartphone size={16} aria-hidden />}>
        {t("sessions")}
      </MenuLink>
      <MenuItem onSelect={() => void signOut()} icon={<LogOut size={16} aria-hidden />}>
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}

const Avatar = ({ name }: { name: string }) => (
  <span
    aria-hidden="true"
    className="grid size-7 shrink-0 place-items-center rounded-md border border-line bg-inset font-semibold text-muted text-xs uppercase"
  >
    {[...name][0]}
  </span>
);
