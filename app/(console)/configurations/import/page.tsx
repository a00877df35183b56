import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportPage } from "@/components/configurations/import/import-page";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listConfigurations } from "@/lib/server/configurations/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("import.title")} · ${t("configurations.title")}` };
}

export default async function ImportConfigurationPage() {
  const actor = await requireActor();
  const t = await getTranslations("import");
  const mayWrite = can(actor.role, "definitions:write");
  const configurations = mayWrite ? await listConfigurations(actor, { archived: false }) : [];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} crumbs={[{ label: t("title") }]} />
      {mayWrite ? (
        <ImportPage configurations={configurations.map(({ id, name }) => ({ id, name }))} />
      ) : (
        <Banner kind="info">{t("forbidden")}</Banner>
      )}
    </>
  );
}
