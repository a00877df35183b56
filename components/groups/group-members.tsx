"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DiffersInWords } from "@/components/nodes/differs";
import { useNodeColumns } from "@/components/nodes/node-columns";
import { TestMany } from "@/components/nodes/test-many";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { NodeView } from "@/lib/domain/nodes/views";
import { EditMembers } from "./edit-members";

type GroupMembersProps = {
  groupId: string;
  members: NodeView[];
  nodes: NodeView[];
  locked: LockedFor[];
  differing: readonly DiffersInWords[];
  refusal: string | undefined;
  isVouchable: boolean;
};

/** The nodes of a group with their states, and the way to change who belongs to it. */
export function GroupMembers(props: GroupMembersProps) {
  const { groupId, members, nodes, locked, differing, refusal, isVouchable } = props;
  const t = useTranslations("groups.members");
  const columns = useNodeColumns({ withGroup: false, differing });
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={t("heading", { count: members.length })}
      flush={members.length > 0}
      actions={
        <>
          <TestMany nodes={members} refusal={refusal} isVouchable={isVouchable} />
          <AllowedButton
            size="sm"
            variant={members.length === 0 ? "primary" : "secondary"}
            refusal={refusal}
            onClick={() => setOpen(true)}
          >
            {t("edit")}
          </AllowedButton>
        </>
      }
    >
      {members.length > 0 ? (
        <Table caption={t("caption")} columns={columns} rows={members} rowKey={({ id }) => id} bare />
      ) : (
        <p className="text-muted text-prose">{t("empty")}</p>
      )}
      <EditMembers {...{ groupId, nodes, locked, open }} onOpenChange={setOpen} />
    </Card>
  );
}
