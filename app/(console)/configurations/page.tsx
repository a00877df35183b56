import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportOnDrop } from "@/components/configurations/import-on-drop";
import { ConfigurationList } from "@/components/configurations/list/configuration-list";
import { ConfigurationsEmpty } from "@/components/configurations/list/configurations-empty";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { listNodes } from "@/lib/server/nodes/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("configurations"))("title") };
}

type Props = { searchParams: Promise<{ state?: string }> };

export default async function ConfigurationsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("configurations");
  const mirrors = await getTranslations("mirrors");
  const [active, archived] = await Promise.all([
    listConfigurations(actor, { archived: false }),
    listConfigurations(actor, { archived: true }),
  ]);
  const mayWrite = can(actor.role, "definitions:write");
  const isFirstUse = active.length + archived.length === 0;
  const nodes = isFirstUse && mayWrite ? await listNodes(actor) : [];
  return (
    <>
      {mayWrite ? <ImportOnDrop /> : null}
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayWrite && !isFirstUse ? (
            <>
              <LinkButton href={pages.settings("mirrors")} variant="ghost">
                {mirrors("manage")}
              </LinkButton>
              <LinkButton href={pages.importConfiguration()}>{t("import")}</LinkButton>
              <LinkButton href={pages.newConfiguration()} variant="primary">
                {t("new")}
              </LinkButton>
            </>
          ) : undefined
        }
      />
      {isFirstUse ? (
        <ConfigurationsEmpty mayWrite={mayWrite} hasNodes={nodes.length > 0} />
      ) : (
        <ConfigurationList
          active={active}
          archived={archived}
          showsArchive={(await searchParams).state === "archived"}
          mayWrite={mayWrite}
        />
      )}
    </>
  );
}
