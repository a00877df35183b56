"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import { canTakePart, type PushReview, type ReviewedNode } from "@/lib/domain/pushes/review";
import { ReviewResult } from "./review-result";
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
    { key: "result", header: t("result"), cell: (node) => <ReviewResult review={review} node={node} /> },
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
        rows={foreignFirst(review.nodes)}
        rowKey={({ nodeId }) => nodeId}
      />
    </Card>
  );
}

const foreignFirst = (nodes: ReviewedNode[]) => [
  ...nodes.filter(({ foreign }) => foreign !== null),
  ...nodes.filter(({ foreign }) => foreign === null),
];

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
