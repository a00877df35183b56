import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readDriftFilter } from "@/components/drift/drift-filter";
import { DriftPage } from "@/components/drift/drift-page";
import { requireActor } from "@/lib/server/auth/actor";
import { getDrift } from "@/lib/server/drift/queries";
import { listLocked } from "@/lib/server/groups/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("drift"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = readDriftFilter(await searchParams);
  const [drift, locked] = await Promise.all([getDrift(actor), listLocked(actor)]);
  const { userId, role } = actor;
  return <DriftPage drift={drift} filter={filter} person={{ userId, role }} locked={locked} />;
}
