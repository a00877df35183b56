"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Finding } from "@/lib/domain/registries/lint/lint";

/** The sentence of a finding in the reader's language. */
export function useFindingText() {
  const own = useTranslations("lint");
  const checks = useTranslations("findings");
  const certificates = useTranslations("certificates.finding");
  return useCallback(
    ({ message: { catalogue, key }, params }: Pick<Finding, "message" | "params">): string => {
      if (catalogue === "lint") return own(`messages.${key}`, params);
      return catalogue === "certificates" ? certificates(key, params) : checks(key, params);
    },
    [own, checks, certificates],
  );
}

export function useFixTitle() {
  const t = useTranslations("lint");
  return useCallback(
    (fix: Pick<Finding["fixes"][number], "id" | "params">) => t(`fixes.${fix.id}`, fix.params),
    [t],
  );
}
