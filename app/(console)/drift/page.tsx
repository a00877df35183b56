import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readDriftFilter } from "@/components/drift/drift-filter";
import { DriftPage } from "@/components/drift/drift-page";
import { requireActor } from "@/lib/server/auth/actor";
import { getDrift } from "@/lib/server/drift/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drift"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = readDriftFilter(await searchParams);
  return <DriftPage drift={await getDrift(actor)} filter={filter} role={actor.role} />;
}
