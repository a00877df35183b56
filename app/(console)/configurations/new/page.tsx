import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { editorProps } from "@/app/(console)/configurations/editor-props";
import { ImportOnDrop } from "@/components/configurations/import-on-drop";
import { LateEditor } from "@/components/configurations/late-editor";
import { TestPlacesProvider } from "@/components/registry-test/test-places";
import { WaitingPart } from "@/components/shell/early-presses";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/server/auth/actor";
import { getTestPlaces } from "@/lib/server/registry-test/test-places";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("editor.newTitle")} · ${t("configurations.title")}` };
}

export default async function NewConfigurationPage() {
  const actor = await requireActor();
  const t = await getTranslations("editor");
  return (
    <WaitingPart>
      <ImportOnDrop />
      <PageHeader title={t("newTitle")} crumbs={[{ label: t("newTitle") }]} />
      <TestPlacesProvider places={await getTestPlaces(actor)}>
        <LateEditor configuration={null} {...(await editorProps(actor))} />
      </TestPlacesProvider>
    </WaitingPart>
  );
}
