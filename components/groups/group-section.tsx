"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Later } from "@/components/ui/later";
import { type Column, Table } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { part } from "@/lib/client/part";
import type { DifferingNode } from "@/lib/domain/drift/views";
import type { GroupView } from "@/lib/domain/groups/views";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";
import { Differing } from "./differing";
import { GroupCounts } from "./group-counts";
import { LastPush } from "./last-push";
import { GroupName } from "./lock/group-name";

const newGroup = part(() => import("./new-group").then((module) => module.NewGroup));

type GroupSectionProps = {
  groups: GroupView[];
  configurations: Named[];
  differing: readonly DifferingNode[];
  refusal: string | undefined;
};

/** The groups: what is pushed to where. */
export function GroupSection({ groups, configurations, differing, refusal }: GroupSectionProps) {
  const t = useTranslations("groups");
  const columns = useColumns(differing);
  const [open, setOpen] = useState(false);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="font-semibold text-lg">{t("title")}</h2>
        <AllowedButton
          size="sm"
          refusal={refusal}
          icon={<Plus size={14} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t("new")}
        </AllowedButton>
      </div>
      {groups.length > 0 ? (
        <Table caption={t("title")} columns={columns} rows={groups} rowKey={({ id }) => id} />
      ) : (
        <p className="max-w-prose text-muted text-prose">{t("empty")}</p>
      )}
      <Later part={newGroup} open={open} onMissing={() => setOpen(false)}>
        {(NewGroup) => <NewGroup open={open} onOpenChange={setOpen} configurations={configurations} />}
      </Later>
    </div>
  );
}

function useColumns(differing: readonly DifferingNode[]): Column<GroupView>[] {
  const t = useTranslations("groups");
  return [
    {
      key: "name",
      header: t("columns.name"),
      primary: true,
      className: "[overflow-wrap:anywhere]",
      cell: ({ id, name, lock }) => <GroupName id={id} name={name} lock={lock} />,
    },
    {
      key: "configuration",
      header: t("columns.configuration"),
      className: "[overflow-wrap:anywhere]",
      cell: ({ configuration }) =>
        configuration ? (
          <TextLink href={pages.configuration(configuration.id)}>{configuration.name}</TextLink>
        ) : (
          <span className="text-warn">{t("noConfiguration")}</span>
        ),
    },
    {
      key: "wanted",
      header: t("columns.wanted"),
      cell: ({ wantedRevision }) =>
        wantedRevision ? (
          t("revision", { number: wantedRevision.number })
        ) : (
          <span className="text-muted">{t("noRevision")}</span>
        ),
    },
    {
      key: "nodes",
      header: t("columns.nodes"),
      cell: (group) => (
        <>
          <GroupCounts group={group} />
          <Differing
            groupId={group.id}
            count={differing.filter(({ groupId }) => groupId === group.id).length}
          />
        </>
      ),
    },
    { key: "push", header: t("columns.push"), cell: ({ lastPush }) => <LastPush push={lastPush} /> },
  ];
}
