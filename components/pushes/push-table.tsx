"use client";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { pages } from "@/lib/domain/paths";
import type { PushHeader } from "@/lib/domain/pushes/views";
import { DryBadge } from "./live/dry-run";
import { PushBadge } from "./outcome-badge";
import { PushCounts } from "./push-counts";

function State({ push }: { push: PushHeader }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <PushBadge status={push.status} plain />
      <DryBadge push={push} />
    </span>
  );
}

/** The history of pushes, newest first. */
export function PushTable({ pushes }: { pushes: PushHeader[] }) {
  const t = useTranslations("pushes");
  const columns: Column<PushHeader>[] = [
    {
      key: "number",
      header: t("columns.push"),
      primary: true,
      cell: (push) => <TextLink href={pages.push(push.id)}>{t("number", { number: push.number })}</TextLink>,
    },
    { key: "status", header: t("columns.status"), cell: (push) => <State push={push} /> },
    {
      key: "configuration",
      header: t("columns.configuration"),
      cell: ({ configuration, revision }) => (
        <>
          <TextLink href={pages.configuration(configuration.id)}>{configuration.name}</TextLink> r
          {revision.number}
        </>
      ),
    },
    {
      key: "group",
      header: t("columns.group"),
      cell: ({ group }) =>
        group.id ? <TextLink href={pages.group(group.id)}>{group.name}</TextLink> : group.name,
    },
    { key: "counts", header: t("columns.nodes"), cell: ({ counts }) => <PushCounts counts={counts} /> },
    { key: "by", header: t("columns.startedBy"), cell: ({ startedByName }) => startedByName },
    {
      key: "at",
      header: t("columns.startedAt"),
      cell: ({ createdAt }) => <Time value={createdAt} style="relative" />,
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={pushes} rowKey={({ id }) => id} />;
}
