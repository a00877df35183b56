import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { GroupDetail } from "@/components/groups/group-detail";
import { AppError } from "@/lib/domain/errors";
import { withLockers } from "@/lib/domain/groups/lockers";
import { requireActor } from "@/lib/server/auth/actor";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { listDiffering } from "@/lib/server/drift/queries";
import { getGroup, listLocked } from "@/lib/server/groups/queries";
import { hasHostAuthorities } from "@/lib/server/host-authorities/queries";
import { listNodes } from "@/lib/server/nodes/queries";

type Props = { params: Promise<{ id: string }> };

const findGroup = cache(async (id: string) => {
  const actor = await requireActor();
  return getGroup(actor, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return undefined;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("groups");
  const group = await findGroup((await params).id);
  return { title: group ? t("groupTitle", { name: group.name }) : t("missing.title") };
}

export default async function GroupPage({ params }: Props) {
  const actor = await requireActor();
  const group = await findGroup((await params).id);
  if (!group) notFound();
  const [nodes, configurations, locked, isVouchable, differing] = await Promise.all([
    listNodes(actor),
    listConfigurations(actor, { archived: false }),
    listLocked(actor),
    hasHostAuthorities(actor),
    listDiffering(actor, group.id),
  ]);
  const drift = await getTranslations("drift.states");
  return (
    <GroupDetail
      group={group}
      nodes={nodes}
      isVouchable={isVouchable}
      configurations={configurations.map(({ id, name }) => ({ id, name }))}
      differing={differing.map(({ id, state }) => ({ id, word: drift(state) }))}
      locked={withLockers(locked, actor).map(({ id, name, lockedBy }) => ({ id, name, lockedBy }))}
      person={{ userId: actor.userId, role: actor.role }}
    />
  );
}
