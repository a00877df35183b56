import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findConfiguration } from "@/app/(console)/configurations/find-configuration";
import { RevisionFile } from "@/components/configurations/revisions/revision-file";
import { RevisionTable } from "@/components/configurations/revisions/revision-table";
import { PageHeader } from "@/components/ui/page-header";
import { pages } from "@/lib/domain/paths";
import { requireActor } from "@/lib/server/auth/actor";
import { downloadConfiguration } from "@/lib/server/configurations/download-configuration";
import { listRevisions } from "@/lib/server/configurations/queries";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ show?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("configurations");
  const { name } = await findConfiguration((await params).id);
  return { title: `${t("revisions.title")} · ${name} · ${t("title")}` };
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("configurations.revisions");
  const { id } = await params;
  const { name } = await findConfiguration(id);
  const revisions = await listRevisions(actor, id);
  const asked = Number((await searchParams).show);
  const shown = revisions.find(({ number }) => number === asked)?.number ?? null;
  const text = shown === null ? null : await downloadConfiguration({ id, revision: shown }, actor);
  return (
    <>
      <PageHeader
        title={t("titleOf", { name })}
        crumbs={[{ label: name, href: pages.configuration(id) }, { label: t("title") }]}
      />
      <div className="space-y-6">
        <RevisionTable id={id} revisions={revisions} shown={shown} />
        {shown !== null && text !== null ? <RevisionFile id={id} number={shown} text={text} /> : null}
      </div>
    </>
  );
}
