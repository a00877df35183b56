"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { DiffTable } from "@/components/diff/diff-table";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { diffTexts } from "../findings/diff-texts";
import { usePane, usePaneState } from "./pane-context";
import type { Formatted } from "./pane-store";

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
      {open ? <Differences formatted={formatted} /> : null}
    </Dialog>
  );
}

function Differences({ formatted: { before, after } }: { formatted: Formatted }) {
  const t = useTranslations("editor.yaml");
  const diff = useMemo(() => diffTexts(before, after), [before, after]);
  return <DiffTable diff={diff} caption={t("formattedTitle")} />;
}
