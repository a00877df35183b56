"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Later } from "@/components/ui/later";
import { usePreloaded } from "@/components/ui/use-part";
import { part } from "@/lib/client/part";
import { usePane, usePaneState } from "./pane-context";
import type { Formatted } from "./pane-store";

const differences = part(() =>
  import("./formatted-differences").then((module) => module.FormattedDifferences),
);
const parts = [differences];

/** Says that the text was written in another way than it was typed. */
export function FormattedRemark() {
  const t = useTranslations("editor.yaml");
  const { formatted } = usePaneState();
  const { store } = usePane();
  if (!formatted) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm" role="status">
      {t("formatted")}
      <FormattedDiff formatted={formatted} />
      <Button size="sm" variant="ghost" onClick={() => store.forgetRemark()}>
        {t("dismiss")}
      </Button>
    </p>
  );
}

function FormattedDiff({ formatted }: { formatted: Formatted }) {
  const t = useTranslations("editor.yaml");
  const [open, setOpen] = useState(false);
  usePreloaded(parts);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("formattedTitle")}
      description={t("formattedText")}
      width="lg"
      trigger={
        <Button size="sm" variant="ghost">
          {t("showDiff")}
        </Button>
      }
    >
      <Later part={differences} open={open} onMissing={() => setOpen(false)}>
        {(Differences) => (open ? <Differences formatted={formatted} /> : null)}
      </Later>
    </Dialog>
  );
}
