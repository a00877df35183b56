"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import { blocks } from "@/lib/domain/pushes/findings";
import type { Fault as FaultCode } from "@/lib/domain/pushes/outcomes";
import { canTakePart, findingsOf, type PushReview, type ReviewedNode } from "@/lib/domain/pushes/review";
import { findingsId } from "./review-findings";
import type { Plan } from "./use-plan";

type Props = { review: PushReview; plan: Plan; retry: ReactNode };

/** What the look at each node told, and which of them take part. */
export function ReviewNodes({ review, plan, retry }: Props) {
  const t = useTranslations("pushes.review");
  const columns: Column<ReviewedNode>[] = [
    {
      key: "chosen",
      header: t("takesPart"),
      headerHidden: true,
      cell: (node) => <Chosen review={review} node={node} plan={plan} />,
    },
    {
      key: "name",
      header: t("node"),
      primary: true,
      className: "whitespace-nowrap",
      cell: (node) => <TextLink href={pages.node(node.nodeId)}>{node.name}</TextLink>,
    },
    { key: "role", header: t("role"), cell: (node) => t(`roles.${node.role ?? "unknown"}`) },
    { key: "cluster", header: t("cluster"), cell: (node) => node.cluster ?? t("unknownCluster") },
    { key: "result", header: t("result"), cell: (node) => <Result review={review} node={node} /> },
  ];
  const blocked = review.nodes.filter((node) => !canTakePart(review, node)).length;
  return (
    <Card
      flush
      title={t("preflight")}
      description={t("preflightSummary", { total: review.nodes.length, blocked })}
      actions={retry}
    >
      <Table
        bare
        caption={t("preflight")}
        columns={columns}
        rows={review.nodes}
        rowKey={({ nodeId }) => nodeId}
      />
    </Card>
  );
}

type NodeProps = { review: PushReview; node: ReviewedNode };

function Chosen({ review, node, plan }: NodeProps & { plan: Plan }) {
  const t = useTranslations("pushes.review");
  return (
    <Checkbox
      labelHidden
      label={t("include", { name: node.name })}
      checked={plan.isChosen(node)}
      disabled={!canTakePart(review, node)}
      onChange={(event) => plan.choose(node, event.target.checked)}
    />
  );
}

function Result({ review, node }: NodeProps) {
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
      <StatusBadge
        status={node.change === "none" ? "noChange" : node.warnings.length > 0 ? "warning" : "succeeded"}
        label={t(`changes.${node.change ?? "none"}`)}
        plain
      />
      {node.warnings.map(({ code, params }) => (
        <p key={code} className="max-w-prose text-sm text-warn">
          {t(`warnings.${code}`, params)}
        </p>
      ))}
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
