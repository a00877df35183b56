import { useTranslations } from "next-intl";
import { GroupName } from "@/components/groups/lock/group-name";
import { UnpushedNote } from "@/components/groups/unpushed-note";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { OverviewGroup } from "./overview";
import { PushStatusBadge } from "./push-status-badge";

function useColumns(mayPush: boolean): Column<OverviewGroup>[] {
  const t = useTranslations("overview.groups");
  const none = <span className="text-faint">{t("none")}</span>;
  return [
    {
      key: "name",
      header: t("name"),
      primary: true,
      cell: ({ id, name, lock }) => <GroupName id={id} name={name} lock={lock} />,
    },
    {
      key: "configuration",
      header: t("configuration"),
      cell: ({ configuration }) =>
        configuration ? (
          <TextLink href={pages.configuration(configuration.id)}>{configuration.name}</TextLink>
        ) : (
          none
        ),
    },
    {
      key: "wanted",
      header: t("wanted"),
      className: "md:whitespace-nowrap",
      cell: (group) =>
        group.wantedRevision ? (
          <>
            {t("revision", { number: group.wantedRevision.number })}
            <UnpushedNote group={group} mayPush={mayPush} />
          </>
        ) : (
          t("neverPushed")
        ),
    },
    {
      key: "lastPush",
      header: t("lastPush"),
      className: "md:whitespace-nowrap",
      cell: ({ lastPush }) =>
        lastPush ? (
          <span className="inline-flex flex-wrap items-center gap-x-2">
            <TextLink href={pages.push(lastPush.id)}>{t("pushNumber", { number: lastPush.number })}</TextLink>
            <PushStatusBadge status={lastPush.status} />
          </span>
        ) : (
          t("neverPushed")
        ),
    },
    {
      key: "match",
      header: t("match"),
      align: "end",
      className: "md:whitespace-nowrap tabular-nums",
      cell: ({ id, inSync, nodeCount }) =>
        nodeCount === 0 ? (
          none
        ) : (
          <TextLink href={pages.drift({ group: id })}>
            {t("matching", { same: inSync, total: nodeCount })}
          </TextLink>
        ),
    },
  ];
}

export function GroupCard({ groups, mayPush }: { groups: OverviewGroup[]; mayPush: boolean }) {
  const t = useTranslations("overview.groups");
  return (
    <Card flush title={t("title")}>
      <Table bare caption={t("title")} columns={useColumns(mayPush)} rows={groups} rowKey={({ id }) => id} />
    </Card>
  );
}
