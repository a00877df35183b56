"use client";

import { Archive, ArchiveRestore, Copy, Download, Ellipsis, FolderOpen, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Later } from "@/components/ui/later";
import { Menu, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";
import { part } from "@/lib/client/part";
import type { ConfigurationLine } from "@/lib/domain/configurations/views";
import { apis, pages } from "@/lib/domain/paths";
import type { NameTask } from "./name-dialog";
import { useArchive } from "./use-archive";

const nameDialog = part(() => import("./name-dialog").then((module) => module.NameDialog));

type ConfigurationMenuProps = { configuration: ConfigurationLine; mayWrite: boolean };

const icon = { size: 14, "aria-hidden": true } as const;

/** What can be done with one configuration of the list. */
export function ConfigurationMenu({ configuration, mayWrite }: ConfigurationMenuProps) {
  const t = useTranslations("configurations");
  const { id, name, archivedAt } = configuration;
  const [task, setTask] = useState<NameTask | null>(null);
  const archive = useArchive(configuration);
  return (
    <>
      <Menu trigger={<IconButton label={t("actionsFor", { name })} icon={<Ellipsis {...icon} />} />}>
        <MenuLink href={pages.configuration(id)} icon={<FolderOpen {...icon} />}>
          {t("open")}
        </MenuLink>
        <MenuItem
          icon={<Download {...icon} />}
          onSelect={() => window.location.assign(apis.registriesYaml(id))}
        >
          {t("download")}
        </MenuItem>
        {mayWrite ? (
          <>
            <MenuItem icon={<Copy {...icon} />} onSelect={() => setTask("duplicate")}>
              {t("duplicate")}
            </MenuItem>
            {archivedAt === null ? (
              <MenuItem icon={<Pencil {...icon} />} onSelect={() => setTask("rename")}>
                {t("rename")}
              </MenuItem>
            ) : null}
            <MenuSeparator />
            {archivedAt === null ? (
              <MenuItem icon={<Archive {...icon} />} onSelect={() => void archive.set(true)}>
                {t("archive")}
              </MenuItem>
            ) : (
              <MenuItem icon={<ArchiveRestore {...icon} />} onSelect={() => void archive.set(false)}>
                {t("restore")}
              </MenuItem>
            )}
          </>
        ) : null}
      </Menu>
      <Later part={nameDialog} open={task !== null} onMissing={() => setTask(null)}>
        {(NameDialog) => (
          <NameDialog task={task} configuration={configuration} onClose={() => setTask(null)} />
        )}
      </Later>
      {archive.refusal}
    </>
  );
}
