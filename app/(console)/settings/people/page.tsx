import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleClosed } from "@/components/people/people-closed";
import { PeoplePage } from "@/components/people/people-page";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listPeople } from "@/lib/server/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("pageTitle") };
}

export default async function People() {
  const actor = await requireActor();
  if (!can(actor.role, "people:write")) return <PeopleClosed role={actor.role} />;
  return <PeoplePage people={await listPeople(actor)} />;
}
