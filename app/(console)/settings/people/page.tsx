import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeoplePage } from "@/components/people/people-page";
import { ClosedPage } from "@/components/ui/closed-page";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listPeople } from "@/lib/server/people/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("pageTitle") };
}

export default async function People() {
  const actor = await requireActor();
  if (!can(actor.role, "people:write")) {
    const title = (await getTranslations("people"))("title");
    return <ClosedPage section="people" role={actor.role} crumbs={[{ label: title }]} />;
  }
  return <PeoplePage people={await listPeople(actor)} />;
}
