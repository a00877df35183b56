import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewNode } from "@/components/nodes/add/new-node";
import { NotAllowed } from "@/components/nodes/not-allowed";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listGroups } from "@/lib/server/groups/queries";
import { listJumpChoices } from "@/lib/server/nodes/queries";
import { listSshCredentials } from "@/lib/server/ssh-credentials/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("nodes.form"))("newTitle") };
}

type Props = { searchParams: Promise<{ group?: string }> };

export default async function NewNodePage({ searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("nodes.form");
  const { group = "" } = await searchParams;
  const [groups, credentials, jumps] = await Promise.all([
    listGroups(actor),
    listSshCredentials(actor),
    listJumpChoices(actor),
  ]);
  const known = groups.some(({ id }) => id === group);
  return (
    <>
      <PageHeader title={t("newTitle")} description={t("newText")} crumbs={[{ label: t("newTitle") }]} />
      {can(actor.role, "nodes:write") ? (
        <NewNode
          stored={credentials.map(({ id, name, username }) => ({ id, name, username }))}
          groups={groups.map(({ id, name }) => ({ id, name }))}
          jumps={jumps}
          groupId={known ? group : ""}
        />
      ) : (
        <NotAllowed role={actor.role} />
      )}
    </>
  );
}
