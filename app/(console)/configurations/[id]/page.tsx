import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { editorProps } from "@/app/(console)/configurations/editor-props";
import { findConfiguration } from "@/app/(console)/configurations/find-configuration";
import { LateEditor } from "@/components/configurations/late-editor";
import { RenameButton } from "@/components/configurations/rename-button";
import { TestPlacesProvider } from "@/components/registry-test/test-places";
import { WaitingPart } from "@/components/shell/early-presses";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { pages } from "@/lib/domain/paths";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { getTestPlaces } from "@/lib/server/registry-test/test-places";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("configurations");
  const { name } = await findConfiguration((await params).id);
  return { title: `${name} · ${t("title")}` };
}

export default async function ConfigurationPage({ params }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("editor");
  const templates = await getTranslations("containerdtemplates");
  const { id } = await params;
  const configuration = await findConfiguration(id);
  const { name, revision, archivedAt } = configuration;
  const { rights, ...stored } = await editorProps(actor);
  const mayWrite = rights.mayWrite && archivedAt === null;
  const [group, ...otherGroups] = configuration.groups;
  const onlyGroup = otherGroups.length === 0 ? group?.id : undefined;
  const mayPush = group !== undefined && can(actor.role, "pushes:write");
  const pushPath = mayPush ? pages.newPush(onlyGroup) : undefined;
  return (
    <WaitingPart>
      <PageHeader
        title={name}
        crumbs={[{ label: name }]}
        status={mayWrite ? <RenameButton configuration={{ id, name }} /> : undefined}
        description={
          <span className="inline-flex flex-wrap gap-x-2">
            {t("revisionMeta", { number: revision.number, author: revision.authorName })}
            <Time value={revision.createdAt} style="relative" />
          </span>
        }
        actions={
          <>
            <LinkButton href={pages.configurationTemplates(id)}>{templates("open")}</LinkButton>
            <LinkButton href={pages.revisions(id)}>{t("revisions")}</LinkButton>
            {pushPath ? <LinkButton href={pushPath}>{t("push")}</LinkButton> : null}
          </>
        }
      />
      {archivedAt === null ? null : (
        <div className="mb-6">
          <Banner kind="info">{t("archived")}</Banner>
        </div>
      )}
      <TestPlacesProvider places={await getTestPlaces(actor)} configurationId={id}>
        <LateEditor
          key={id}
          configuration={configuration}
          {...stored}
          pushPath={pushPath}
          rights={{ ...rights, mayWrite, isArchived: archivedAt !== null }}
        />
      </TestPlacesProvider>
    </WaitingPart>
  );
}
