"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { Skeleton } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import type { ApiError, ApiIssue } from "@/lib/client/api";
import { convertCommand } from "@/lib/domain/certificates/convert";
import { readOrder } from "@/lib/domain/certificates/pem-order";
import type { CertificateInspection } from "@/lib/domain/certificates/schema";
import { CertificateDetails } from "./certificate-details";
import type { Inspection } from "./use-inspection";
import { WarningList } from "./warning-list";

type ReportProps = { inspection: Inspection; onReorder: (order: readonly number[]) => void };

/** What the server found out about the certificate in the form. */
export function InspectionReport({ inspection, onReorder }: ReportProps) {
  return (
    <div aria-live="polite" className="space-y-3">
      {inspection.state === "checking" ? <Skeleton className="h-5 w-48" /> : null}
      {inspection.state === "refused" ? <Refusals error={inspection.error} onReorder={onReorder} /> : null}
      {inspection.state === "fits" ? <Found found={inspection.found} onReorder={onReorder} /> : null}
    </div>
  );
}

type FoundProps = { found: CertificateInspection; onReorder: ReportProps["onReorder"] };

function Found({ found, onReorder }: FoundProps) {
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
      <WarningList warnings={found.warnings} order={found.order} onReorder={onReorder} />
      <Disclosure summary={t("details")}>
        <CertificateDetails facts={found} count={found.count} />
      </Disclosure>
    </>
  );
}

type RefusalsProps = { error: ApiError; onReorder: ReportProps["onReorder"] };

function Refusals({ error: { issues, message }, onReorder }: RefusalsProps) {
  const t = useTranslations("certificates");
  if (issues.length === 0) return <Banner kind="error">{message || t("inspectionFailed")}</Banner>;
  return issues.map((issue) => (
    <Banner
      key={`${issue.path.join(".")} ${issue.code}`}
      kind={issue.code === "key-encrypted" ? "info" : "error"}
      action={<Remedy issue={issue} onReorder={onReorder} />}
    >
      {issue.message}
    </Banner>
  ));
}

/** The command that converts a wrong file, or the button that puts a chain right. */
function Remedy({ issue, onReorder }: { issue: ApiIssue; onReorder: ReportProps["onReorder"] }) {
  const t = useTranslations("certificates");
  const command = convertCommand(issue.code);
  if (command !== undefined) return <CopyButton labelled text={command} label={t("copyCommand")} />;
  if (issue.code !== "chain-start") return null;
  const order = readOrder(String(issue.params?.["order"] ?? ""));
  return (
    <Button size="sm" onClick={() => onReorder(order)}>
      {t("reorder")}
    </Button>
  );
}
