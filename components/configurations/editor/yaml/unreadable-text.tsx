"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { GoToLine } from "./broken-banner";
import { usePaneState } from "./pane-context";

/** Why nothing was saved, as long as that holds. */
export function UnreadableText() {
  const t = useTranslations("editor.yaml");
  const { broken } = usePaneState();
  if (!broken) return null;
  return (
    <Banner kind="error" role="alert" title={t("notSaved")} action={<GoToLine line={broken.line} />}>
      {t("notSavedText", { line: broken.line })}
    </Banner>
  );
}
