"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Skeleton } from "@/components/ui/skeleton";
import { CertificateDetails } from "./certificate-details";
import type { Inspection } from "./use-inspection";

/** What the server found out about the certificate in the form. */
export function InspectionReport({ inspection }: { inspection: Inspection }) {
  const t = useTranslations("certificates");
  return (
    <div aria-live="polite" className="space-y-3">
      {inspection.state === "checking" ? <Skeleton className="h-5 w-48" /> : null}
      {inspection.state === "refused" ? <Refusals inspection={inspection} /> : null}
      {inspection.state === "fits" ? (
        <>
          {inspection.found.warnings.map(({ code, position }) => (
            <Banner key={`${code} ${position}`} kind="warn">
              {t(`warning.${code}`, { position })}
            </Banner>
          ))}
          <CertificateDetails facts={inspection.found} count={inspection.found.count} />
        </>
      ) : null}
    </div>
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
