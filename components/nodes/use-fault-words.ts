"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { faultWords } from "@/lib/domain/pushes/fault-words";
import type { Fault } from "@/lib/domain/pushes/outcomes";

type Told = { code: Fault; params: Readonly<Record<string, string>> };

/** What failed on a node, how the node is now and what to do, in words: with all that the fault tells, which some need. */
export function useFaultWords() {
  const t = useTranslations("faults");
  return useCallback(
    ({ code, params }: Told, name: string) => {
      const all = faultWords(params, name);
      const reason = `reasons.${params["reason"]}`;
      return {
        /** Why, where the fault tells more than that it happened. */
        reason: t.has(reason) ? t(reason, all) : null,
        headline: t(`${code}.headline`, all),
        state: t(`${code}.state`, all),
        nextStep: t(`${code}.nextStep`, all),
      };
    },
    [t],
  );
}
