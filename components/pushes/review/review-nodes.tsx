"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { PushReview, ReviewedNode } from "@/lib/domain/pushes/review";
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
      cell: (node) => <Chosen node={node} plan={plan} />,
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
    { key: "result", header: t("result"), cell: (node) => <Finding node={node} /> },
  ];
  const blocked = review.nodes.filter(({ fault }) => fault !== null).length;
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

function Chosen({ node, plan }: { node: ReviewedNode; plan: Plan }) {
  const t = useTranslations("pushes.review");
  return (
    <Checkbox
      labelHidden
      label={t("include", { name: node.name })}
      checked={plan.isChosen(node)}
      disabled={node.fault !== null}
      onChange={(event) => plan.choose(node, event.target.checked)}
    />
  );
}

function Finding({ node }: { node: ReviewedNode }) {
  const t = useTranslations("pushes.review");
  const fault = useTranslations("faults");
  if (node.fault)
    return (
      <div className="space-y-1 py-1">
        <StatusBadge status="failed" label={t("blocked")} plain />
        <p>{fault(`${node.fault.code}.headline`, { name: node.name })}</p>
        <p className="text-muted text-sm">{fault(`${node.fault.code}.nextStep`, { name: node.name })}</p>
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
