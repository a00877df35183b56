"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import type { ReadFailure } from "@/lib/domain/registries/read-bytes";

/** Why a file could not be read as text at all. */
export function ImportRefusal({ failure }: { failure: ReadFailure }) {
  const t = useTranslations("import.refusal");
  const format = useFormatter();
  const params = {
    size: "size" in failure ? format.number(failure.size) : "",
    byte: "byte" in failure ? format.number(failure.byte) : "",
  };
  return (
    <Banner kind="error" role="alert" title={t(`${failure.code}.title`)}>
      {t(`${failure.code}.text`, params)}
    </Banner>
  );
}
