import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readFilter } from "@/components/nodes/node-filter";
import { NodesOverview } from "@/components/nodes/nodes-overview";
import { withLockers } from "@/lib/domain/groups/lockers";
import { requireActor } from "@/lib/server/auth/actor";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { listDiffering } from "@/lib/server/drift/queries";
import { listGroups } from "@/lib/server/groups/queries";
import { hasHostAuthorities } from "@/lib/server/host-authorities/queries";
import { listNodes } from "@/lib/server/nodes/queries";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nodes"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NodesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = readFilter(await searchParams);
  const [nodes, groups, credentials, configurations, isVouchable, differing] = await Promise.all([
    listNodes(actor),
    listGroups(actor),
    listSshCredentials(actor),
    listConfigurations(actor, { archived: false }),
    hasHostAuthorities(actor),
    listDiffering(actor),
  ]);
  const drift = await getTranslations("drift.states");
  return (
    <NodesOverview
      role={actor.role}
      nodes={nodes}
      groups={withLockers(groups, actor)}
      logins={credentials.map(({ id, name, username }) => ({ id, name, username }))}
      configurations={configurations.map(({ id, name }) => ({ id, name }))}
      filter={filter}
      differing={differing.map((node) => ({ ...node, word: drift(node.state) }))}
      isVouchable={isVouchable}
    />
  );
}
