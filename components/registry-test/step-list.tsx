"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { textTones } from "@/components/ui/badge";
import { statusLooks } from "@/components/ui/status";
import { StatusIcon } from "@/components/ui/status-icon";
import type { RegistryTestResult, StepResult } from "@/lib/domain/registry-test/result";
import { useStepWords } from "./use-step-words";
import { statusOf } from "./verdict";

type Asked = Pick<RegistryTestResult, "node">;

/** Each step with its end, what there is to say of it, and how long it took. */
export function StepList({ steps, result }: { steps: readonly StepResult[]; result: Asked }) {
  return (
    <ol className="divide-y divide-line">
      {steps.map((step) => (
        <StepLine key={step.step} step={step} result={result} />
      ))}
    </ol>
  );
}

function StepLine({ step, result }: { step: StepResult; result: Asked }) {
  const t = useTranslations("registrytest");
  const words = useStepWords(result)(step);
  const status = statusOf[step.outcome];
  const isDone = step.outcome !== "not-reached";
  return (
    <li className="grid grid-cols-[auto_1fr_auto] gap-x-2 gap-y-0.5 py-2 sm:grid-cols-[auto_7rem_1fr_auto]">
      <span className={clsx("pt-0.5", textTones[statusLooks[status].tone])}>
        <StatusIcon status={status} />
      </span>
      <span className="font-medium">
        {t(`steps.${step.step}`)}
        <span className="sr-only">{t("stateAfterStep", { state: t(`states.${step.outcome}`) })}</span>
      </span>
      <span className="text-muted text-sm tabular-nums sm:order-last">
        {step.ms === null ? null : t("ms", { ms: step.ms })}
      </span>
      <span
        className={clsx(
          "col-span-full min-w-0 ps-6 [overflow-wrap:anywhere] sm:col-span-1 sm:ps-0",
          step.outcome !== "failed" && "text-muted",
        )}
      >
        {words.map((text) => (
          <span key={text} className="block">
            {text}
          </span>
        ))}
        {isDone ? null : <span aria-hidden="true">{t("states.not-reached")}</span>}
      </span>
    </li>
  );
}
