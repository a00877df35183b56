import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportPage } from "@/components/configurations/import/import-page";
import { addressOf } from "@/components/nodes/node-state";
import { Banner } from "@/components/ui/banner";
import { PageHeader } from "@/components/ui/page-header";
import { mayReadNodeFiles } from "@/lib/domain/node-files/rights";
import type { NodeChoice } from "@/lib/domain/node-files/views";
import type { NodeView } from "@/lib/domain/nodes/views";
import { can, type Role } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { listNodes } from "@/lib/server/nodes/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations();
  return { title: `${t("import.title")} · ${t("configurations.title")}` };
}

type Props = { searchParams: Promise<{ node?: string | string[]; into?: string | string[] }> };

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export default async function ImportConfigurationPage({ searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("import");
  const mayWrite = can(actor.role, "definitions:write");
  const { node, into } = await searchParams;
  const nodes = mayWrite ? await listNodes(actor) : [];
  const configurations = mayWrite ? await listConfigurations(actor, { archived: false }) : [];
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} crumbs={[{ label: t("title") }]} />
      {mayWrite ? (
        <ImportPage
          configurations={configurations.map(({ id, name }) => ({ id, name }))}
          nodes={nodes.map(toChoice)}
          chosen={one(node)}
          into={one(into)}
          refusal={mayReadNodeFiles(actor.role) ? undefined : await refusalFor(actor.role)}
        />
      ) : (
        <Banner kind="info">{t("forbidden")}</Banner>
      )}
    </>
  );
}

const toChoice = ({ id, name, username, host, port, group, check }: NodeView): NodeChoice => ({
  id,
  name,
  username,
  address: addressOf({ host, port }),
  group: group?.name ?? null,
  seenAt: check?.seenAt ?? null,
});

async function refusalFor(role: Role): Promise<string> {
  const t = await getTranslations();
  return t("nodefile.forbidden", { role: t(`shell.roles.${role}`) });
}
