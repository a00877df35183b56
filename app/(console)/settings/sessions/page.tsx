import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SessionList } from "@/components/settings/session-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/server/auth/actor";
import { listSessions } from "@/lib/server/auth/sessions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.sessions");
  return { title: t("pageTitle") };
}

export default async function SessionsPage() {
  const actor = await requireActor();
  const t = await getTranslations("settings.sessions");
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} crumbs={[{ label: t("title") }]} />
      <SessionList sessions={await listSessions(actor)} />
    </>
  );
}
