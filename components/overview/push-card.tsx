import { useTranslations } from "next-intl";
import { PushCounts } from "@/components/pushes/push-counts";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { pages } from "@/lib/domain/paths";
import type { PushHeader } from "@/lib/domain/pushes/views";
import { PushStatusBadge } from "./push-status-badge";

function useColumns(): Column<PushHeader>[] {
  const t = useTranslations("overview.pushes");
  return [
    {
      key: "push",
      header: t("push"),
      primary: true,
      cell: ({ id, number }) => <TextLink href={pages.push(id)}>{t("number", { number })}</TextLink>,
    },
    {
      key: "what",
      header: t("what"),
      cell: ({ configuration, revision, group }) =>
        t("revisionToGroup", {
          configuration: configuration.name,
          number: revision.number,
          group: group.name,
        }),
    },
    { key: "status", header: t("status"), cell: ({ status }) => <PushStatusBadge status={status} /> },
    {
      key: "nodes",
      header: t("nodes"),
      align: "end",
      cell: ({ counts, total }) =>
        counts.open > 0 ? (
          t("progress", { done: total - counts.open, total })
        ) : (
          <PushCounts counts={counts} />
        ),
    },
    { key: "by", header: t("by"), cell: ({ startedByName }) => startedByName },
    {
      key: "when",
      header: t("when"),
      align: "end",
      cell: ({ createdAt }) => <Time style="relative" value={createdAt} />,
    },
  ];
}

export function PushCard({ pushes }: { pushes: PushHeader[] }) {
  const t = useTranslations("overview.pushes");
  return (
    <Card flush title={t("title")} actions={<TextLink href={pages.pushes()}>{t("all")}</TextLink>}>
      <Table bare caption={t("title")} columns={useColumns()} rows={pushes} rowKey={({ id }) => id} />
    </Card>
  );
}
