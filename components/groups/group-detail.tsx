"use client";
import { useTranslations } from "next-intl";
import type { DiffersInWords } from "@/components/nodes/differs";
import { RoleNote, useRefusal } from "@/components/nodes/role-note";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { Person } from "@/lib/domain/groups/lock";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { GroupView } from "@/lib/domain/groups/views";
import type { Named } from "@/lib/domain/named";
import type { NodeView } from "@/lib/domain/nodes/views";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { DeleteGroup } from "./delete-group";
import { Differing } from "./differing";
import { GroupCounts } from "./group-counts";
import { GroupMembers } from "./group-members";
import { GroupNotices } from "./group-notices";
import { GroupSettings } from "./group-settings";
import { LastPush } from "./last-push";
import { LockButton } from "./lock/lock-button";
import { LockedBanner } from "./lock/locked-banner";
import { useLockWords } from "./lock/use-lock-words";
import { PushButton, PushNote } from "./push-button";
import { UnpushedNote } from "./unpushed-note";

type GroupDetailProps = {
  group: GroupView;
  nodes: NodeView[];
  configurations: Named[];
  person: Person;
  /** Groups that are locked, this one or others. */
  locked: LockedFor[];
  /** Members that hold something else than the group wants. */
  differing: readonly DiffersInWords[];
  /** Whether there are authorities that may vouch for host keys. */
  isVouchable: boolean;
};

/** One group: what it should hold, who belongs to it, and the way to push. */
export function GroupDetail(props: GroupDetailProps) {
  const { group, nodes, configurations, person, locked, differing, isVouchable } = props;
  const { role } = person;
  const { lock } = group;
  const lockRefusal = useLockWords(lock, person);
  const refusal = useRefusal(role, can(role, "nodes:write"));
  const members = nodes.filter((node) => node.group?.id === group.id);
  return (
    <>
      <PageHeader
        title={group.name}
        description={group.note ? <span className="whitespace-pre-wrap">{group.note}</span> : undefined}
        crumbs={[{ label: group.name }]}
        actions={
          <>
            <DeleteGroup group={group} refusal={refusal ?? lockRefusal} />
            {lock ? null : <LockButton group={group} person={person} />}
            <PushButton group={group} person={person} />
          </>
        }
      />
      {refusal ? <RoleNote refusal={refusal} /> : <PushNote group={group} person={person} />}
      <div className="space-y-5">
        {lock ? <LockedBanner group={group} lock={lock} person={person} /> : null}
        <GroupSummary group={group} differing={differing.length} mayPush={can(role, "pushes:write")} />
        <GroupNotices members={members} refusal={refusal} />
        <GroupMembers
          groupId={group.id}
          members={members}
          nodes={nodes}
          locked={locked}
          differing={differing}
          refusal={refusal}
          isVouchable={isVouchable}
        />
        <GroupSettings
          key={group.id}
          group={group}
          configurations={configurations}
          refusal={refusal}
          lockRefusal={lockRefusal}
        />
      </div>
    </>
  );
}

type GroupSummaryProps = { group: GroupView; differing: number; mayPush: boolean };

function GroupSummary({ group, differing, mayPush }: GroupSummaryProps) {
  const t = useTranslations("groups");
  const { configuration, wantedRevision } = group;
  const facts = [
    {
      term: t("columns.configuration"),
      value: configuration ? (
        <TextLink href={pages.configuration(configuration.id)}>{configuration.name}</TextLink>
      ) : (
        <span className="text-warn">{t("noConfiguration")}</span>
      ),
    },
    {
      term: t("columns.wanted"),
      value: wantedRevision ? (
        <>
          {t("revision", { number: wantedRevision.number })}
          <UnpushedNote group={group} mayPush={mayPush} />
        </>
      ) : (
        t("noRevision")
      ),
    },
    {
      term: t("columns.nodes"),
      value: (
        <>
          <GroupCounts group={group} />
          <Differing groupId={group.id} count={differing} />
        </>
      ),
    },
    { term: t("columns.push"), value: <LastPush push={group.lastPush} /> },
  ];
  return (
    <dl className="grid gap-x-6 gap-y-3 rounded-lg border border-line p-4 sm:grid-cols-2 lg:grid-cols-4">
      {facts.map(({ term, value }) => (
        <div key={term} className="min-w-0">
          <dt className="text-muted text-sm">{term}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
