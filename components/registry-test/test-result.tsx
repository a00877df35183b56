"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { StatusBadge } from "@/components/ui/status-badge";
import { Time } from "@/components/ui/time";
import type { RegistryTestResult } from "@/lib/domain/registry-test/result";
import { NodeFaultText } from "./node-fault-text";
import { SeenCertificates } from "./seen-certificates";
import { StepList } from "./step-list";
import { useVerdict } from "./use-verdict";
import { askerOf, failedStep } from "./verdict";

type TestResultProps = { name: string; result: RegistryTestResult; onClose: () => void };

/** How a test ended: the verdict, and below it all there is to say. */
export function TestResult({ name, result, onClose }: TestResultProps) {
  const t = useTranslations("registrytest");
  const { status, label } = useVerdict()(result);
  return (
    <section
      aria-label={t("title", { url: name })}
      className="min-w-0 space-y-2 rounded-md border border-line bg-subtle px-3.5 py-3"
    >
      <div className="flex items-start justify-between gap-2">
        <StatusBadge plain status={status} label={label} />
        <IconButton
          label={t("closeNamed", { url: name })}
          icon={<X size={14} aria-hidden />}
          onClick={onClose}
        />
      </div>
      <TestDetails result={result} />
    </section>
  );
}

/** The steps, what could not be taken into account, the certificates that were shown, and who measured when. */
export function TestDetails({ result }: { result: RegistryTestResult }) {
  const t = useTranslations("registrytest");
  const { node, url, steps, remarks, certificates, ms, measuredAt } = result;
  const measured = { ...askerOf(result), ms, time: () => <Time value={measuredAt} /> };
  return (
    <div className="min-w-0 space-y-2">
      {url === "" ? null : <code className="text-code [overflow-wrap:anywhere]">{url}</code>}
      {node?.fault ? <NodeFaultText node={node} /> : <StepList steps={steps} result={result} />}
      {remarks.map(({ code, params }) => (
        <p key={code} className="text-sm text-warn">
          {t(`remarks.${code}`, params)}
        </p>
      ))}
      <SeenCertificates certificates={certificates} open={failedStep(result)?.step === "tls"} />
      {node?.fault ? null : (
        <p className="text-faint text-sm">{t.rich(node ? "measuredOn" : "measured", measured)}</p>
      )}
    </div>
  );
}
