import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OverviewPage } from "@/components/overview/overview-page";
import { requireActor } from "@/lib/server/auth/actor";
import { getOverview } from "@/lib/server/overview/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("overview");
  return { title: t("title") };
}

export default async function Page() {
  const actor = await requireActor();
  return <OverviewPage overview={await getOverview(actor)} role={actor.role} />;
}
