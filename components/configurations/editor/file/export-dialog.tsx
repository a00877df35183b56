"use client";

import { PackageOpen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Later } from "@/components/ui/later";
import { usePreloaded } from "@/components/ui/use-part";
import { part } from "@/lib/client/part";
import type { EditorTarget } from "../findings/target-context";

const exportForm = part(() => import("./export-form").then((module) => module.ExportForm));
const parts = [exportForm];

export type ExportDialogProps = {
  saved: { id: string; number: number };
  /** Whether the reader may take the values of secrets out, after typing their password. */
  maySeeSecrets: boolean;
  /** The node chosen beside the file; some formats depend on it. */
  target: EditorTarget;
};

/** A revision as a file of another tool, or with everything needed to install it by hand. */
export function ExportDialog(props: ExportDialogProps) {
  const t = useTranslations("export");
  const [open, setOpen] = useState(false);
  usePreloaded(parts);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title", { number: props.saved.number })}
      width="lg"
      trigger={
        <Button size="sm" icon={<PackageOpen size={14} aria-hidden />}>
          {t("open")}
        </Button>
      }
    >
      <Later part={exportForm} open onMissing={() => setOpen(false)}>
        {(ExportForm) => <ExportForm {...props} onDone={() => setOpen(false)} />}
      </Later>
    </Dialog>
  );
}
