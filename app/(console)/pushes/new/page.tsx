import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupChoice } from "@/components/pushes/review/group-choice";
import { PushReviewView } from "@/components/pushes/review/push-review";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listGroups } from "@/lib/server/groups/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pushes"))("newTitle") };
}

type Props = { searchParams: Promise<{ group?: string; rev?: string }> };

export default async function NewPushPage({ searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("pushes");
  const { group: id, rev } = await searchParams;
  const groups = await listGroups(actor);
  const group = groups.find((one) => one.id === id);
  const revision = rev !== undefined && /^[1-9]\d{0,5}$/.test(rev) ? Number(rev) : undefined;
  const ready = group?.configuration && group.nodes.length > 0 && can(actor.role, "pushes:write");
  return (
    <>
      <PageHeader
        title={t("newTitle")}
        description={t("newDescription")}
        crumbs={[{ label: t("newTitle") }]}
      />
      <GroupChoice groups={groups} chosen={group} allowed={can(actor.role, "pushes:write")} />
      {ready ? <PushReviewView key={`${group.id} ${revision}`} group={group} revision={revision} /> : null}
    </>
  );
}
