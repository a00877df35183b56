"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { StatusBadge } from "@/components/ui/status-badge";
import { Time } from "@/components/ui/time";
import type { RegistryTestResult } from "@/lib/domain/registry-test/result";
import { SeenCertificates } from "./seen-certificates";
import { StepList } from "./step-list";
import { failedStep, verdictOf } from "./verdict";

type TestResultProps = { name: string; result: RegistryTestResult; onClose: () => void };

const statuses = { passed: "succeeded", passedWithWarnings: "warning", failed: "failed" } as const;

/** How a test ended: the steps, what could not be taken into account, and the certificates that were shown. */
export function TestResult({ name, result, onClose }: TestResultProps) {
  const t = useTranslations("registrytest");
  const verdict = verdictOf(result);
  const failed = failedStep(result);
  return (
    <section
      aria-label={t("title", { url: name })}
      className="min-w-0 space-y-2 rounded-md border border-line bg-subtle px-3.5 py-3"
    >
      <div className="flex items-start justify-between gap-2">
        <StatusBadge
          plain
          status={statuses[verdict]}
          label={t(verdict, { step: failed ? t(`steps.${failed.step}`) : "" })}
        />
        <IconButton
          label={t("closeNamed", { url: name })}
          icon={<X size={14} aria-hidden />}
          onClick={onClose}
        />
      </div>
      {result.url === "" ? null : <code className="text-code [overflow-wrap:anywhere]">{result.url}</code>}
      <StepList steps={result.steps} />
      {result.remarks.map(({ code, params }) => (
        <p key={code} className="text-sm text-warn">
          {t(`remarks.${code}`, params)}
        </p>
      ))}
      <SeenCertificates certificates={result.certificates} open={failed?.step === "tls"} />
      <p className="text-faint text-sm">
        {t.rich("measured", { ms: result.ms, time: () => <Time value={result.measuredAt} /> })}
      </p>
    </section>
  );
}
