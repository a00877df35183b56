import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Column, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { AuditResult } from "@/lib/domain/audit/actions";
import type { AuditView } from "@/lib/domain/audit/views";
import { EventDetails } from "./event-details";
import { EventSentence } from "./event-sentence";

const looks = {
  ok: "succeeded",
  refused: "cancelled",
  failed: "failed",
} as const satisfies Record<AuditResult, string>;

function When({ at }: { at: string }) {
  return (
    <span className="flex flex-col">
      <Time value={at} />
      <span className="text-muted text-sm">
        <Time value={at} style="relative" />
      </span>
    </span>
  );
}

export function AuditTable({ events }: { events: readonly AuditView[] }) {
  const t = useTranslations("audit");
  const tools = useTranslations("audittools");
  const columns: Column<AuditView>[] = [
    { key: "when", header: t("columns.when"), cell: ({ at }) => <When at={at} /> },
    {
      key: "who",
      header: t("columns.who"),
      cell: ({ actorName }) => <span className="[overflow-wrap:anywhere]">{actorName}</span>,
    },
    {
      key: "what",
      header: t("columns.what"),
      primary: true,
      cell: (event) => <EventSentence event={event} />,
    },
    {
      key: "address",
      header: t("columns.address"),
      cell: ({ address }) =>
        address === null ? null : (
          <span className="font-mono text-code [overflow-wrap:anywhere]">{address}</span>
        ),
    },
    {
      key: "result",
      header: t("columns.result"),
      cell: ({ result }) => <StatusBadge status={looks[result]} label={tools(`results.${result}`)} plain />,
    },
    {
      key: "details",
      header: t("columns.details"),
      className: "md:max-w-96",
      wideWhenOpen: true,
      cell: (event) => <EventDetails event={event} />,
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={events} rowKey={({ id }) => String(id)} />;
}
