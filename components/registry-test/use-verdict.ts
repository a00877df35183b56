"use client";

import { useTranslations } from "next-intl";
import type { Status } from "@/components/ui/status";
import type { RegistryTestResult } from "@/lib/domain/registry-test/result";
import { askerOf, failedStep, verdictOf } from "./verdict";

const statuses = { passed: "succeeded", passedWithWarnings: "warning", failed: "failed" } as const;

/** How a test ended, in a sentence and a sign. */
export function useVerdict(): (result: RegistryTestResult) => { status: Status; label: string } {
  const t = useTranslations("registrytest");
  return (result) => {
    if (result.node?.fault) return { status: "unreachable", label: t("notAsked", askerOf(result)) };
    const verdict = verdictOf(result);
    const failed = failedStep(result);
    const step = failed ? t(`steps.${failed.step}`) : "";
    return { status: statuses[verdict], label: t(verdict, { step, ...askerOf(result) }) };
  };
}
