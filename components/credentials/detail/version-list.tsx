"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { Holding, StoredVersion } from "@/lib/domain/credentials/stored";

const grown = "max-md:h-auto";

type VersionListProps = {
  /** Newest first; `known` is what may be told of each without its value. */
  versions: readonly (StoredVersion & { known: ReactNode })[];
  holdings: readonly Holding[];
};

/** Versions are only added, so this list is the history of a value, without the value. */
export function VersionList({ versions, holdings }: VersionListProps) {
  const t = useTranslations("credentials.detail");
  const newest = versions[0]?.number;
  const columns: Column<VersionListProps["versions"][number]>[] = [
    {
      key: "number",
      className: grown,
      header: t("column.version"),
      primary: true,
      cell: ({ number }) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          {t("version", { version: number })}
          {number === newest ? <Badge tone="neutral">{t("current")}</Badge> : null}
        </span>
      ),
    },
    { key: "known", className: grown, header: t("column.known"), cell: ({ known }) => known },
    {
      key: "set",
      className: grown,
      header: t("column.set"),
      cell: ({ createdAt, createdByName }) =>
        t.rich("setBy", { name: createdByName, time: () => <Time value={createdAt} style="exact" /> }),
    },
    {
      key: "nodes",
      header: t("column.heldBy"),
      cell: ({ number }) =>
        t("nodes", { count: holdings.filter(({ version }) => version === number).length }),
    },
  ];
  return (
    <Card title={t("versions")} description={t("versionsText")} flush>
      <Table
        bare
        caption={t("versions")}
        columns={columns}
        rows={versions}
        rowKey={({ number }) => String(number)}
      />
    </Card>
  );
}
