"use client";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type Holding, type HoldingLine, holdingLines } from "@/lib/domain/credentials/stored";
import { pages } from "@/lib/domain/paths";
import { NodeNames } from "./node-names";

const grown = "max-md:h-auto";

/** Which nodes hold it, and which version, as far as pushes told. */
export function OnNodes({ holdings, newest }: { holdings: readonly Holding[]; newest: number }) {
  const t = useTranslations("credentials.detail");
  const columns = useColumns(newest);
  const lines = holdingLines(holdings);
  return (
    <Card title={t("onNodes")} description={t("onNodesText")} flush={lines.length > 0}>
      {lines.length === 0 ? (
        <p className="text-muted">{t("onNoNode")}</p>
      ) : (
        <Table
          bare
          caption={t("onNodes")}
          columns={columns}
          rows={lines}
          rowKey={({ group, version }) => `${group?.id ?? ""} ${version}`}
        />
      )}
    </Card>
  );
}

function useColumns(newest: number): Column<HoldingLine>[] {
  const t = useTranslations("credentials.detail");
  return [
    {
      key: "group",
      className: grown,
      header: t("column.group"),
      primary: true,
      cell: ({ group }) =>
        group ? <TextLink href={pages.group(group.id)}>{group.name}</TextLink> : t("noGroup"),
    },
    {
      key: "version",
      className: grown,
      header: t("column.version"),
      cell: ({ version }) => (
        <StatusBadge
          plain
          status={version === newest ? "inSync" : "warning"}
          label={version === newest ? t("versionCurrent", { version }) : t("versionOld", { version })}
        />
      ),
    },
    {
      key: "nodes",
      className: grown,
      header: t("column.nodes"),
      cell: ({ nodes }) => <NodeNames nodes={nodes} />,
    },
    {
      key: "push",
      className: grown,
      header: t("column.push"),
      cell: ({ last: { push, at } }) => (
        <span>
          <TextLink href={pages.push(push.id)} className="underline">
            {t("push", { number: push.number })}
          </TextLink>
          {" · "}
          <Time value={at} style="relative" />
        </span>
      ),
    },
  ];
}
