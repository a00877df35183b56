import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { findConfiguration } from "@/app/(console)/configurations/find-configuration";
import { readPreferences } from "@/app/preferences";
import { CompareChoice } from "@/components/configurations/revisions/compare-choice";
import { CompareView } from "@/components/configurations/revisions/compare-view";
import { RestoreButton } from "@/components/configurations/revisions/restore-button";
import { RevisionFacts } from "@/components/configurations/revisions/revision-facts";
import { PageMissing } from "@/components/shell/page-missing";
import { PageHeader } from "@/components/ui/page-header";
import { compareQuerySchema } from "@/lib/domain/configurations/schema";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { compareRevisions } from "@/lib/server/configurations/compare-revisions";
import { listRevisions } from "@/lib/server/configurations/queries";
import { orNull } from "../or-null";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string; to?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("configurations");
  const revisions = await getTranslations("revisions.compare");
  const { name } = await findConfiguration((await params).id);
  return { title: `${revisions("open")} · ${name} · ${t("title")}` };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("revisions");
  const { id } = await params;
  const { name, archivedAt } = await findConfiguration(id);
  const { from: askedFrom, to: askedTo } = await searchParams;
  const asked = compareQuerySchema.safeParse({ from: askedFrom, to: askedTo });
  const found = asked.success
    ? await compareRevisions(
        { id, from: numberOf(asked.data.from), to: numberOf(asked.data.to) },
        actor,
      ).catch(orNull)
    : null;
  if (!found) return <MissingRevision id={id} />;
  const revisions = await listRevisions(actor, id);
  const newest = revisions[0]?.number ?? found.to.number;
  const mayRestore = can(actor.role, "definitions:write") && archivedAt === null;
  const old = mayRestore
    ? [...new Set([found.from.number, found.to.number])].filter((n) => n !== newest)
    : [];
  const { diffLayout } = await readPreferences();
  return (
    <>
      <PageHeader
        title={t("compare.title", { from: found.from.number, to: found.to.number })}
        description={
          <RevisionFacts
            revisions={found.from.number === found.to.number ? [found.to] : [found.from, found.to]}
          />
        }
        crumbs={[
          { label: name, href: pages.configuration(id) },
          { label: t("title"), href: pages.revisions(id) },
          { label: t("compare.pageTitle", { from: found.from.number, to: found.to.number }) },
        ]}
        actions={old.map((number) => <RestoreButton key={number} task={{ id, number, newest }} />)}
      />
      <div className="space-y-6">
        <CompareChoice id={id} from={found.from.number} to={found.to.number} revisions={revisions} />
        <CompareView comparison={found} layout={diffLayout} />
      </div>
    </>
  );
}

const numberOf = (text: string | undefined) => (text === undefined ? undefined : Number(text));

async function MissingRevision({ id }: { id: string }) {
  const t = await getTranslations("revisions.compare");
  return (
    <PageMissing
      title={t("missing")}
      text={t("missingText")}
      back={{ href: pages.revisions(id), label: t("toList") }}
    />
  );
}
