"use client";
import { useStays } from "@/components/groups/use-stays";
import { PageHeader } from "@/components/ui/page-header";
import { isDiffering } from "@/lib/domain/drift/states";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { Named } from "@/lib/domain/named";
import type { ClusterView, NodeView, SshCredentialView } from "@/lib/domain/nodes/views";
import { can, type Role } from "@/lib/domain/people/roles";
import { Differs } from "../differs";
import { HostText } from "../host-text";
import { NodeBadge } from "../node-badge";
import { addressOf } from "../node-state";
import { RoleNote, useRefusal } from "../role-note";
import { ClusterCard } from "./cluster-card";
import { DeleteNode } from "./delete-node";
import { EditNode } from "./edit-node";
import { GroupCard, type StandingInWords } from "./group-card";
import { HostKeyCard } from "./host-key-card";
import { ImportFile } from "./import-file";
import { LoginCard } from "./login-card";
import { TemplatesCard } from "./templates-card";
import { TestCard } from "./test-card";

type NodeDetailProps = {
  node: NodeView;
  role: Role;
  credentials: SshCredentialView[];
  groups: LockedFor[];
  jumps: Named[];
  /** Other nodes with its host key. */
  sameKey: Named[];
  /** What its group uses. */
  configuration: Named | null;
  clusters: ClusterView[];
  standing: StandingInWords | null;
  /** Whether there are authorities that may vouch for host keys. */
  isVouchable: boolean;
  /** Whether the address asks for the form. */
  isEdited: boolean;
};

/** One machine: who it is, what the last look told, where it belongs. */
export function NodeDetail(props: NodeDetailProps) {
  const { node, role, credentials, groups, jumps, sameKey, configuration, clusters } = props;
  const { standing, isVouchable, isEdited } = props;
  const refusal = useRefusal(role, can(role, "nodes:write"));
  const stays = useStays(groups)(node);
  const credential = credentials.find(({ id }) => id === node.sshCredential?.id);
  const stored = credentials.map(({ id, name, username }) => ({ id, name, username }));
  return (
    <>
      <PageHeader
        title={node.name}
        status={
          <>
            <NodeBadge node={node} />
            {standing && isDiffering(standing.state) ? <Differs id={node.id} word={standing.word} /> : null}
          </>
        }
        description={<HostText text={`${node.username}@${addressOf(node)}`} />}
        crumbs={[{ label: node.name }]}
        actions={
          <>
            <ImportFile node={node} role={role} />
            <DeleteNode node={node} refusal={refusal ?? stays} />
            <EditNode
              node={node}
              stored={stored}
              groups={groups}
              jumps={jumps}
              refusal={refusal}
              stays={stays}
              isOpen={isEdited && refusal === undefined}
            />
          </>
        }
      />
      <RoleNote refusal={refusal} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-5">
          <HostKeyCard node={node} sameKey={sameKey} role={role} refusal={refusal} />
          <TestCard node={node} credential={credential} refusal={refusal} isVouchable={isVouchable} />
          <TemplatesCard
            node={node}
            refusal={refusal}
            into={can(role, "definitions:write") && refusal === undefined ? configuration : null}
          />
        </div>
        <div className="min-w-0 space-y-5">
          <GroupCard key={node.group?.id} {...{ node, groups, standing, refusal, stays }} />
          <ClusterCard node={node} clusters={clusters} refusal={refusal} />
          <LoginCard node={node} />
        </div>
      </div>
    </>
  );
}
