"use client";

import { useTranslations } from "next-intl";
import { useStepWords } from "@/components/registry-test/use-step-words";
import { type HarborFault, harborFaults } from "@/lib/domain/harbor/reading";
import type { TestFault } from "@/lib/domain/registry-test/result";

type OwnFault = Exclude<HarborFault, TestFault>;
const isOwn = (fault: HarborFault): fault is OwnFault => harborFaults.some((code) => code === fault.code);

/** Why Harbor could not be read, in a sentence; what any registry can fail with is said as its test says it. */
export function useHarborWords() {
  const t = useTranslations("harbor");
  const words = useStepWords({ node: null });
  return (fault: HarborFault): string =>
    isOwn(fault)
      ? t(`faults.${fault.code}`, fault.params)
      : words({ step: "tls", outcome: "failed", ms: null, fault, note: null }).join(" ");
}
