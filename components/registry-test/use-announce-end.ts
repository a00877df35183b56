"use client";

import { useTranslations } from "next-intl";
import { useAnnounce } from "@/components/ui/announcer";
import type { Run } from "./use-registry-test";
import { useVerdict } from "./use-verdict";
import { countRows } from "./verdict";

/** Says how a test ended to those who do not see it. */
export function useAnnounceEnd() {
  const t = useTranslations("registrytest");
  const announce = useAnnounce();
  const verdict = useVerdict();
  return ({ place, rows }: Run) => {
    if (place.kind === "group") return announce(t("many.summary", countRows(rows)));
    const answer = rows[0]?.answer;
    if (answer?.ok) announce(verdict(answer.value).label);
  };
}
