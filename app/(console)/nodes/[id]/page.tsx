import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { NodeDetail } from "@/components/nodes/detail/node-detail";
import { AppError } from "@/lib/domain/errors";
import { withLockers } from "@/lib/domain/groups/lockers";
import { requireActor } from "@/lib/server/auth/actor";
import { listClusters } from "@/lib/server/clusters/queries";
import { getStanding } from "@/lib/server/drift/queries";
import { listGroups } from "@/lib/server/groups/queries";
import { hasHostAuthorities } from "@/lib/server/host-authorities/queries";
import { getNode, listJumpChoices, listSameKey } from "@/lib/server/nodes/queries";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const findNode = cache(async (id: string) => {
  const actor = await requireActor();
  return getNode(actor, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return undefined;
    throw error;
  });
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const t = await getTranslations("nodes");
  const node = await findNode((await params).id);
  return { title: node ? t("nodeTitle", { name: node.name }) : t("missing.title") };
}

export default async function NodePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const isEdited = (await searchParams)["edit"] !== undefined;
  const node = await findNode((await params).id);
  if (!node) notFound();
  const [credentials, groups, clusters, jumps, sameKey, isVouchable, standing] = await Promise.all([
    listSshCredentials(actor),
    listGroups(actor),
    listClusters(actor),
    listJumpChoices(actor, node.id),
    listSameKey(actor, node),
    hasHostAuthorities(actor),
    getStanding(actor, node.id),
  ]);
  const drift = await getTranslations("drift.states");
  return (
    <NodeDetail
      node={node}
      role={actor.role}
      credentials={credentials}
      groups={withLockers(groups, actor).map(({ id, name, lockedBy }) => ({ id, name, lockedBy }))}
      jumps={jumps}
      sameKey={sameKey}
      configuration={groups.find(({ id }) => id === node.group?.id)?.configuration ?? null}
      clusters={clusters}
      standing={standing && { ...standing, word: drift(standing.state) }}
      isVouchable={isVouchable}
      isEdited={isEdited}
    />
  );
}
