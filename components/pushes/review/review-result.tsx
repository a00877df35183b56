"use client";
import { useTranslations } from "next-intl";
import type { Status } from "@/components/ui/status";
import { StatusBadge } from "@/components/ui/status-badge";
import { Time } from "@/components/ui/time";
import { useList } from "@/components/ui/use-list";
import { isGrave } from "@/lib/domain/nodes/restart-effects";
import { blocks } from "@/lib/domain/pushes/findings";
import { findingsOf, type PushReview, type ReviewedNode } from "@/lib/domain/pushes/review";
import { ReviewFault } from "./review-fault";
import { findingsId } from "./review-findings";

type ReviewResultProps = { review: PushReview; node: ReviewedNode };

/** What the look at a node told: why it is blocked, or what changes there and what is worth knowing before. */
export function ReviewResult({ review, node }: ReviewResultProps) {
  const t = useTranslations("pushes.review");
  if (node.fault) return <ReviewFault review={review} node={node} fault={node.fault} />;
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
      <Templates templates={node.templates} />
      {node.foreign ? <Foreign foreign={node.foreign} /> : null}
      {node.warnings.map(({ code, params }) => (
        <p key={code} className="max-w-prose text-sm text-warn">
          {t(`warnings.${code}`, params)}
        </p>
      ))}
      {node.proxy === null ? null : (
        <p className="max-w-prose text-muted text-sm [overflow-wrap:anywhere]">
          {t("proxy", { proxy: node.proxy })}
        </p>
      )}
    </div>
  );
}

function statusOf({ change, warnings, foreign, effects }: ReviewedNode): Status {
  if (change === "none") return "noChange";
  const isCalm = warnings.length === 0 && foreign === null && !effects.some(isGrave);
  return isCalm ? "succeeded" : "warning";
}

/** What happens to templates, told apart from the file: containerd runs as root by them. */
function Templates({ templates }: Pick<ReviewedNode, "templates">) {
  const list = useList();
  const t = useTranslations("pushes.review.templates");
  return (["write", "remove"] as const).map((action) => {
    const names = templates.filter((template) => template.action === action).map(({ name }) => name);
    if (names.length === 0) return null;
    return (
      <p key={action} className="max-w-prose text-sm [overflow-wrap:anywhere]">
        {t(action, { names: list(names) })}
      </p>
    );
  });
}

function Foreign({ foreign }: { foreign: NonNullable<ReviewedNode["foreign"]> }) {
  const t = useTranslations("pushes.review.foreign");
  const list = useList();
  const { writtenAt, changedAt, file, templates } = foreign;
  return (
    <div className="max-w-prose text-sm text-warn">
      {file ? <p>{t(writtenAt === null ? "unknown" : "edited")}</p> : null}
      {templates.length > 0 ? <p>{t("templates", { names: list(templates) })}</p> : null}
      {changedAt === null ? null : <p>{t.rich("changedAt", { time: () => <Time value={changedAt} /> })}</p>}
    </div>
  );
}
