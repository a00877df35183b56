"use client";
import { type Download, Ellipsis, FileText, GitCompare, History } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import { pages } from "@/lib/domain/paths";

type RevisionMenuProps = {
  id: string;
  number: number;
  newest: number;
  /** Opens the dialog; null where nothing can be restored. */
  onRestore: (() => void) | null;
};

export function RevisionMenu({ id, number, newest, onRestore }: RevisionMenuProps) {
  const t = useTranslations("revisions");
  const icon = (Icon: typeof Download) => <Icon size={16} aria-hidden />;
  return (
    <Menu trigger={<IconButton label={t("actionsOf", { number })} icon={icon(Ellipsis)} />}>
      <MenuLink href={pages.revisions(id, { show: number })} icon={icon(FileText)}>
        {t("show")}
      </MenuLink>
      {number === newest ? null : (
        <MenuLink href={pages.compareRevisions(id, { from: number, to: newest })} icon={icon(GitCompare)}>
          {t("compareNewest", { number: newest })}
        </MenuLink>
      )}
      {onRestore ? (
        <MenuItem icon={icon(History)} onSelect={onRestore}>
          {t("restore.menu", { number })}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
