import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { NodeDetail } from "@/components/nodes/detail/node-detail";
import { AppError } from "@/lib/domain/errors";
import { requireActor } from "@/lib/server/auth/actor";
import { listClusters } from "@/lib/server/clusters/queries";
import { listGroups } from "@/lib/server/groups/queries";
import { getNode } from "@/lib/server/nodes/queries";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";

type Props = { params: Promise<{ id: string }> };

const findNode = cache(async (id: string) => {
  const actor = await requireActor();
  return getNode(actor, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not-found") return undefined;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("nodes");
  const node = await findNode((await params).id);
  return { title: node ? t("nodeTitle", { name: node.name }) : t("missing.title") };
}

export default async function NodePage({ params }: Props) {
  const actor = await requireActor();
  const node = await findNode((await params).id);
  if (!node) notFound();
  const [credentials, groups, clusters] = await Promise.all([
    listSshCredentials(actor),
    listGroups(actor),
    listClusters(actor),
  ]);
  return (
    <NodeDetail
      node={node}
      role={actor.role}
      credentials={credentials}
      groups={groups.map(({ id, name }) => ({ id, name }))}
      clusters={clusters}
    />
  );
}
