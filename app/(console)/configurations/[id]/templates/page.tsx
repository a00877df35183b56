import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findConfiguration } from "@/app/(console)/configurations/find-configuration";
import { TemplatesPage } from "@/components/configurations/templates/templates-page";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { getTemplates, listTemplateHolders } from "@/lib/server/configurations/template-queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ node?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("configurations");
  const templates = await getTranslations("containerdtemplates");
  const { name } = await findConfiguration((await params).id);
  return { title: `${templates("title")} · ${name} · ${t("title")}` };
}

const dropIn = "config-v3.toml.d/*.toml";

export default async function ConfigurationTemplatesPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("containerdtemplates");
  const editor = await getTranslations("editor");
  const { id } = await params;
  const { name, archivedAt } = await findConfiguration(id);
  const { node } = await searchParams;
  const [stored, holders] = await Promise.all([getTemplates(actor, id), listTemplateHolders(actor, id)]);
  const mayChange = can(actor.role, "definitions:write");
  const rights = {
    mayWrite: mayChange && archivedAt === null,
    mayReadNodes: can(actor.role, "nodes:write"),
  };
  return (
    <>
      <PageHeader
        title={t("titleOf", { name })}
        crumbs={[{ label: name, href: pages.configuration(id) }, { label: t("title") }]}
        description={t("intro", { dropIn })}
        actions={<LinkButton href={pages.revisions(id)}>{editor("revisions")}</LinkButton>}
      />
      {rights.mayWrite ? null : (
        <div className="mb-6">
          <Banner kind="info">{editor(archivedAt === null ? "readOnly" : "archived")}</Banner>
        </div>
      )}
      <TemplatesPage
        key={id}
        {...{ id, stored, holders, rights }}
        node={typeof node === "string" ? node : undefined}
      />
    </>
  );
}
