"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge } from "@/components/ui/badge";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { ConfigurationLine } from "@/lib/domain/configurations/views";
import { pages } from "@/lib/domain/paths";
import { ConfigurationMenu } from "./configuration-menu";
import { Registries } from "./registries";

type ConfigurationTableProps = { configurations: ConfigurationLine[]; mayWrite: boolean };

export function ConfigurationTable({ configurations, mayWrite }: ConfigurationTableProps) {
  const t = useTranslations("configurations");
  const columns = useMemo(
    (): Column<ConfigurationLine>[] => [
      {
        key: "name",
        header: t("name"),
        primary: true,
        cell: ({ id, name, description }) => (
          <>
            <TextLink href={pages.configuration(id)}>{name}</TextLink>
            {description ? <p className="font-normal text-muted">{description}</p> : null}
          </>
        ),
      },
      {
        key: "registries",
        header: t("registries"),
        cell: ({ registries }) => <Registries names={registries} />,
      },
      {
        key: "latest",
        header: t("latest"),
        cell: ({ revision, templates }) => (
          <span className="inline-flex flex-wrap gap-x-2">
            <span className="tabular-nums">{t("revision", { number: revision.number })}</span>
            <span className="text-muted">{revision.authorName}</span>
            <Time value={revision.createdAt} style="relative" />
            {templates.length === 0 ? null : <Badge>{t("template")}</Badge>}
          </span>
        ),
      },
      { key: "groups", header: t("usedBy"), cell: (line) => <UsedBy groups={line.groups} /> },
      {
        key: "actions",
        header: t("actions"),
        headerHidden: true,
        align: "end",
        cell: (line) => <ConfigurationMenu configuration={line} mayWrite={mayWrite} />,
      },
    ],
    [t, mayWrite],
  );
  return <Table caption={t("caption")} columns={columns} rows={configurations} rowKey={(line) => line.id} />;
}

function UsedBy({ groups }: { groups: ConfigurationLine["groups"] }) {
  const t = useTranslations("configurations");
  const [first, ...rest] = groups;
  if (!first) return <span className="text-faint">{t("unused")}</span>;
  return (
    <span className="inline-flex flex-wrap gap-x-1.5">
      <TextLink href={pages.group(first.id)}>{first.name}</TextLink>
      {rest.length > 0 ? <span className="text-muted">{t("more", { count: rest.length })}</span> : null}
    </span>
  );
}
