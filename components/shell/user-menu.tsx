"use client";
import {
  ChevronsUpDown,
  Globe,
  KeySquare,
  LockKeyhole,
  LogOut,
  MonitorSmartphone,
  Users,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { tip } from "@/components/ui/tip";
import { pages } from "@/lib/domain/paths";
import { can, type Role } from "@/lib/domain/people/roles";
import { useSignOut } from "./use-sign-out";

type UserMenuProps = { id: string; name: string; role: Role; collapsed?: boolean };

export function UserMenu({ id, name, role, collapsed = false }: UserMenuProps) {
  const t = useTranslations("shell");
  const mirrors = useTranslations("mirrors");
  const signOut = useSignOut(id);
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
      {can(role, "people:write") ? (
        <MenuLink href={pages.settings("people")} icon={<Users size={16} aria-hidden />}>
          {t("people")}
        </MenuLink>
      ) : null}
      <MenuLink href={pages.settings("password")} icon={<LockKeyhole size={16} aria-hidden />}>
        {t("password")}
      </MenuLink>
      <MenuLink href={pages.settings("sessions")} icon={<MonitorSmartphone size={16} aria-hidden />}>
        {t("sessions")}
      </MenuLink>
      <MenuLink href={pages.settings("tokens")} icon={<KeySquare size={16} aria-hidden />}>
        {t("tokens")}
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
