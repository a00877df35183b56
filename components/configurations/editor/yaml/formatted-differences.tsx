"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DiffTable } from "@/components/diff/diff-table";
import { diffTexts } from "../findings/diff-texts";
import type { Formatted } from "./pane-store";

/** The text as it was typed beside the text as it was written. */
export function FormattedDifferences({ formatted: { before, after } }: { formatted: Formatted }) {
  const t = useTranslations("editor.yaml");
  const diff = useMemo(() => diffTexts(before, after), [before, after]);
  return <DiffTable diff={diff} caption={t("formattedTitle")} />;
}
