import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PushTable } from "@/components/pushes/push-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { pages } from "@/lib/domain/paths";
import { requireActor } from "@/lib/server/auth/actor";
import { listPushes } from "@/lib/server/pushes/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pushes"))("title") };
}

export default async function PushesPage() {
  const actor = await requireActor();
  const t = await getTranslations("pushes");
  const pushes = await listPushes(actor);
  const start = (
    <LinkButton href={pages.newPush()} variant="primary">
      {t("new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={pushes.length > 0 ? start : undefined}
      />
      {pushes.length > 0 ? (
        <PushTable pushes={pushes} />
      ) : (
        <EmptyState title={t("empty.title")} action={start}>
          {t("empty.text")}
        </EmptyState>
      )}
    </>
  );
}
