import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportNodes } from "@/components/nodes/add/import-nodes";
import { NotAllowed } from "@/components/nodes/not-allowed";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listGroups } from "@/lib/server/groups/queries";
import { listNodes } from "@/lib/server/nodes/queries";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inventory"))("title") };
}

type Props = { searchParams: Promise<{ group?: string }> };

export default async function ImportNodesPage({ searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("inventory");
  const { group = "" } = await searchParams;
  const [groups, credentials, nodes] = await Promise.all([
    listGroups(actor),
    listSshCredentials(actor),
    listNodes(actor),
  ]);
  const known = groups.some(({ id }) => id === group);
  return (
    <>
      <PageHeader title={t("title")} description={t("text")} crumbs={[{ label: t("title") }]} />
      {can(actor.role, "nodes:write") ? (
        <ImportNodes
          stored={credentials.map(({ id, name, username }) => ({ id, name, username }))}
          groups={groups.map(({ id, name }) => ({ id, name }))}
          known={nodes.map(({ id, name, host, port, jump }) => ({
            id,
            name,
            host,
            port,
            jumpId: jump?.id ?? null,
          }))}
          groupId={known ? group : ""}
        />
      ) : (
        <NotAllowed role={actor.role} />
      )}
    </>
  );
}
