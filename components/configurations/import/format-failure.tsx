"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { FormatFailure as Failure } from "@/lib/domain/formats/convert";

/** Why a file of another tool could not be read as what it looks like. */
export function FormatFailure({ failure }: { failure: Failure }) {
  const t = useTranslations("import");
  const title = t(`failure.${failure.code}.title`);
  const line = "line" in failure ? failure.line : null;
  return (
    <Banner kind="error" role="alert" title={line === null ? title : t("failureAt", { title, line })}>
      {t(`failure.${failure.code}.text`)}
    </Banner>
  );
}
