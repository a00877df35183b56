"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { useHistoryMoves } from "../undo-buttons";
import { usePane, usePaneState } from "./pane-context";

export function GoToLine({ line }: { line: number }) {
  const t = useTranslations("editor.yaml");
  const { goToLine } = usePane();
  return (
    <Button size="sm" onClick={() => goToLine(line)}>
      {t("goToLine", { line })}
    </Button>
  );
}

/** Above the fields, while the file cannot be read and they show what it said before. */
export function BrokenBanner({ brief = false }: { brief?: boolean }) {
  const t = useTranslations("editor.yaml");
  const { broken } = usePaneState();
  const go = useHistoryMoves();
  if (!broken) return null;
  return (
    <Banner
      kind="error"
      role="status"
      title={t("brokenTitle", { line: broken.line })}
      action={
        <span className="flex flex-wrap gap-2">
          <GoToLine line={broken.line} />
          <Button size="sm" onClick={() => go("undo")}>
            {t("undoLast")}
          </Button>
        </span>
      }
    >
      {brief ? null : t("brokenText")}
    </Banner>
  );
}
