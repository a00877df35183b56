"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Later } from "@/components/ui/later";
import { part } from "@/lib/client/part";

const nameDialog = part(() => import("./list/name-dialog").then((module) => module.NameDialog));

export function RenameButton({ configuration }: { configuration: { id: string; name: string } }) {
  const t = useTranslations("configurations");
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton
        label={t("renameNamed", { name: configuration.name })}
        icon={<Pencil size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      />
      <Later part={nameDialog} open={open} onMissing={() => setOpen(false)}>
        {(NameDialog) => (
          <NameDialog
            task={open ? "rename" : null}
            configuration={configuration}
            onClose={() => setOpen(false)}
          />
        )}
      </Later>
    </>
  );
}
