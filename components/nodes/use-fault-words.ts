"use client";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Fault } from "@/lib/domain/pushes/outcomes";

/** Words of others in a headline, of which the rest stands with the evidence. */
const longestSaid = 300;

const shorten = (text: string): string =>
  text.length > longestSaid ? `${text.slice(0, longestSaid).trimEnd()}…` : text;

type Told = { code: Fault; params: Readonly<Record<string, string>> };

/** What failed on a node, how the node is now and what to do, in words: with all that the fault tells, which some need. */
export function useFaultWords() {
  const t = useTranslations("faults");
  return useCallback(
    ({ code, params }: Told, name: string) => {
      const said = shorten(params["message"] ?? "");
      const heard = said === "" ? "no" : "yes";
      const all = { seconds: "", server: "", reason: "", ready: "", ...params, message: said, heard, name };
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
