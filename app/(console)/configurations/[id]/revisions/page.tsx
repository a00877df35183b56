import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findConfiguration } from "@/app/(console)/configurations/find-configuration";
import { RevisionFile } from "@/components/configurations/revisions/revision-file";
import { RevisionPages } from "@/components/configurations/revisions/revision-pages";
import { RevisionTable } from "@/components/configurations/revisions/revision-table";
import { RevisionTemplates } from "@/components/configurations/revisions/revision-templates";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { revisionNumberSchema } from "@/lib/domain/configurations/schema";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { downloadConfiguration } from "@/lib/server/configurations/download-configuration";
import { listHistory } from "@/lib/server/configurations/revision-history";
import { getTemplates } from "@/lib/server/configurations/template-queries";
import { orNull } from "./or-null";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ show?: string; below?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("configurations");
  const revisions = await getTranslations("revisions");
  const { name } = await findConfiguration((await params).id);
  return { title: `${revisions("title")} · ${name} · ${t("title")}` };
}

const toNumber = (text: unknown) => {
  const read = revisionNumberSchema.safeParse(text);
  return read.success ? Number(read.data) : undefined;
};

export default async function RevisionsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("revisions");
  const { id } = await params;
  const { name, archivedAt } = await findConfiguration(id);
  const asked = await searchParams;
  const history = await listHistory({ id, below: toNumber(asked.below) }, actor);
  const show = toNumber(asked.show);
  const text =
    show === undefined ? null : await downloadConfiguration({ id, revision: show }, actor).catch(orNull);
  return (
    <>
      <PageHeader
        title={t("titleOf", { name })}
        crumbs={[{ label: name, href: pages.configuration(id) }, { label: t("title") }]}
        actions={
          history.newest > 1 ? (
            <LinkButton href={pages.compareRevisions(id)}>{t("compare.open")}</LinkButton>
          ) : null
        }
      />
      <div className="space-y-6">
        <RevisionTable
          id={id}
          history={history}
          shown={text === null ? null : (show ?? null)}
          mayRestore={can(actor.role, "definitions:write") && archivedAt === null}
        />
        <RevisionPages id={id} history={history} />
        {show !== undefined && text !== null ? (
          <>
            <RevisionFile id={id} number={show} text={text} />
            <RevisionTemplates {...(await getTemplates(actor, id, show))} />
          </>
        ) : null}
      </div>
    </>
  );
}
