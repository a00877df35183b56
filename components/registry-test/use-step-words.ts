"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { RegistryTestResult, StepResult } from "@/lib/domain/registry-test/result";
import { paramsOf } from "./verdict";

/** The sentences of a step: what is wrong, what it has to say, or nothing. */
export function useStepWords(result: Pick<RegistryTestResult, "node">) {
  const t = useTranslations("registrytest");
  const format = useFormatter();
  return (step: StepResult): string[] => {
    const params = paramsOf(step, result);
    const { at } = params as { at?: unknown };
    const dated =
      typeof at === "string"
        ? { ...params, at: format.dateTime(new Date(at), { dateStyle: "medium" }) }
        : params;
    return [
      ...(step.fault ? [t(`faults.${step.fault.code}`, dated)] : []),
      ...(step.note ? [t(`notes.${step.note.code}`, dated)] : []),
    ];
  };
}
