import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicMirrors } from "@/components/mirrors/public-mirrors";
import { requireActor } from "@/lib/server/auth/actor";
import { listPublicMirrors } from "@/lib/server/public-mirrors/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mirrors"))("pageTitle") };
}

export default async function PublicMirrorsPage() {
  const actor = await requireActor();
  return <PublicMirrors mirrors={await listPublicMirrors(actor)} role={actor.role} />;
}
