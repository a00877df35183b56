"use client";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RestoreDialog, type RestoreTask } from "./restore-dialog";

export function RestoreButton({ task }: { task: RestoreTask }) {
  const t = useTranslations("revisions.restore");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<History size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {t("menu", { number: task.number })}
      </Button>
      {open ? <RestoreDialog task={task} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
