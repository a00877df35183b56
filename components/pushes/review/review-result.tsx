"use client";
import { useTranslations } from "next-intl";
import type { Status } from "@/components/ui/status";
import { StatusBadge } from "@/components/ui/status-badge";
import { Time } from "@/components/ui/time";
import { blocks } from "@/lib/domain/pushes/findings";
import type { Fault as FaultCode } from "@/lib/domain/pushes/outcomes";
import { findingsOf, type PushReview, type ReviewedNode } from "@/lib/domain/pushes/review";
import { findingsId } from "./review-findings";

type ReviewResultProps = { review: PushReview; node: ReviewedNode };

/** What the look at a node told: why it is blocked, or what changes there and what is worth knowing before. */
export function ReviewResult({ review, node }: ReviewResultProps) {
  const t = useTranslations("pushes.review");
  if (node.fault) return <Fault name={node.name} code={node.fault.code} />;
  const found = findingsOf(review, node);
  if (found && blocks(found))
    return (
      <div className="space-y-1 py-1">
        <StatusBadge status="failed" label={t("blocked")} plain />
        <p>{t("blockedByFile", { count: found.counts.error })}</p>
        <p className="text-sm">
          <a href={`#${findingsId(node.findings)}`} className="text-link underline underline-offset-2">
            {t("toErrors")}
          </a>
        </p>
      </div>
    );
  return (
    <div className="space-y-1 py-1">
      <StatusBadge status={statusOf(node)} label={t(`changes.${node.change ?? "none"}`)} plain />
      {node.foreign ? <Foreign foreign={node.foreign} /> : null}
      {node.warnings.map(({ code, params }) => (
        <p key={code} className="max-w-prose text-sm text-warn">
          {t(`warnings.${code}`, params)}
        </p>
      ))}
    </div>
  );
}

function statusOf({ change, warnings, foreign }: ReviewedNode): Status {
  if (change === "none") return "noChange";
  return warnings.length > 0 || foreign !== null ? "warning" : "succeeded";
}

function Foreign({ foreign: { writtenAt, changedAt } }: { foreign: NonNullable<ReviewedNode["foreign"]> }) {
  const t = useTranslations("pushes.review.foreign");
  return (
    <div className="max-w-prose text-sm text-warn">
      <p>{t(writtenAt === null ? "unknown" : "edited")}</p>
      {changedAt === null ? null : <p>{t.rich("changedAt", { time: () => <Time value={changedAt} /> })}</p>}
    </div>
  );
}

function Fault({ name, code }: { name: string; code: FaultCode }) {
  const t = useTranslations("pushes.review");
  const fault = useTranslations("faults");
  return (
    <div className="space-y-1 py-1">
      <StatusBadge status="failed" label={t("blocked")} plain />
      <p>{fault(`${code}.headline`, { name })}</p>
      <p className="text-muted text-sm">{fault(`${code}.nextStep`, { name })}</p>
    </div>
  );
}
