import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeoplePage } from "@/components/people/people-page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listPeople } from "@/lib/server/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("pageTitle") };
}

export default async function People() {
  const actor = await requireActor();
  if (can(actor.role, "people:write")) return <PeoplePage people={await listPeople(actor)} />;
  const t = await getTranslations("people");
  const roles = await getTranslations("shell.roles");
  return (
    <>
      <PageHeader title={t("title")} crumbs={[{ label: t("title") }]} />
      <EmptyState title={t("forbiddenTitle")}>{t("forbiddenText", { role: roles(actor.role) })}</EmptyState>
    </>
  );
}
