"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { GroupSection } from "@/components/groups/group-section";
import { PageHeader } from "@/components/ui/page-header";
import type { DifferingNode } from "@/lib/domain/drift/views";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { GroupView } from "@/lib/domain/groups/views";
import type { Named } from "@/lib/domain/named";
import type { Login, NodeView } from "@/lib/domain/nodes/views";
import { can, type Role } from "@/lib/domain/people/roles";
import { AddNodes } from "./add-nodes";
import type { DiffersInWords } from "./differs";
import type { NodeFilter } from "./node-filter";
import { NodeList } from "./node-list";
import { RoleNote, useRefusal } from "./role-note";

/** Brings the fields of an import, which only the very first visits need. */
const NodesEmpty = dynamic(() => import("./nodes-empty").then((module) => module.NodesEmpty), {
  // Of its own, or the whole page would wait with it.
  loading: () => null,
});

type NodesOverviewProps = {
  role: Role;
  nodes: NodeView[];
  groups: (GroupView & LockedFor)[];
  logins: Login[];
  configurations: Named[];
  filter: NodeFilter;
  differing: (DifferingNode & DiffersInWords)[];
  /** Whether there are authorities that may vouch for host keys. */
  isVouchable: boolean;
};

/** Groups first, since pushes go to them, then every machine. */
export function NodesOverview(props: NodesOverviewProps) {
  const { role, nodes, groups, logins, configurations, filter, differing, isVouchable } = props;
  const t = useTranslations("nodes");
  const refusal = useRefusal(role, can(role, "nodes:write"));
  const section = <GroupSection {...{ groups, configurations, differing, refusal }} />;
  const empty = nodes.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={empty ? undefined : <AddNodes refusal={refusal} />}
      />
      <RoleNote refusal={refusal} />
      <div className="space-y-8">
        {empty ? (
          <>
            <NodesEmpty logins={logins} groups={groups} refusal={refusal} />
            {section}
          </>
        ) : (
          <>
            {section}
            <NodeList
              key={JSON.stringify(filter)}
              nodes={nodes}
              groups={groups}
              differing={differing}
              refusal={refusal}
              isVouchable={isVouchable}
            />
          </>
        )}
      </div>
    </>
  );
}
