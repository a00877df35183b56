"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Disclosure } from "@/components/ui/disclosure";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import type { CertificateInspection } from "@/lib/domain/certificates/schema";
import { CertificateDetails } from "./certificate-details";
import type { Inspection } from "./use-inspection";

/** What the server found out about the certificate in the form. */
export function InspectionReport({ inspection }: { inspection: Inspection }) {
  return (
    <div aria-live="polite" className="space-y-3">
      {inspection.state === "checking" ? <Skeleton className="h-5 w-48" /> : null}
      {inspection.state === "refused" ? <Refusals inspection={inspection} /> : null}
      {inspection.state === "fits" ? <Found found={inspection.found} /> : null}
    </div>
  );
}

function Found({ found }: { found: CertificateInspection }) {
  const t = useTranslations("certificates");
  return (
    <>
      <p className="flex items-start gap-1.5">
        <Check size={14} aria-hidden className="mt-1 shrink-0 text-ok" />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {t.rich("found", {
            kind: t(`fact.${found.kind}`, { count: found.count }),
            subject: found.subject,
            time: () => <Time value={found.notAfter} style="date" />,
          })}
        </span>
      </p>
      {found.warnings.map(({ code, position }) => (
        <Banner key={`${code} ${position}`} kind="warn">
          {t(`warning.${code}`, { position })}
        </Banner>
      ))}
      <Disclosure summary={t("details")}>
        <CertificateDetails facts={found} count={found.count} />
      </Disclosure>
    </>
  );
}

function Refusals({ inspection }: { inspection: Extract<Inspection, { state: "refused" }> }) {
  const t = useTranslations("certificates");
  const { issues, message } = inspection.error;
  if (issues.length === 0) return <Banner kind="error">{message || t("inspectionFailed")}</Banner>;
  return issues.map((issue) => (
    <Banner
      key={`${issue.path.join(".")} ${issue.code}`}
      kind={issue.code === "key-encrypted" ? "info" : "error"}
    >
      {issue.message}
    </Banner>
  ));
}
