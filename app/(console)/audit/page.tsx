import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditPage } from "@/components/audit/audit-page";
import { ClosedPage } from "@/components/ui/closed-page";
import { readAuditFilter, readCursor } from "@/lib/domain/audit/filter";
import { can } from "@/lib/domain/people/roles";
import { listAudit } from "@/lib/server/audit-trail/queries";
import { requireActor } from "@/lib/server/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  const actor = await requireActor();
  if (!can(actor.role, "audit:read")) return <ClosedPage section="audit" role={actor.role} />;
  const query = await searchParams;
  const filter = readAuditFilter(query);
  const before = readCursor(query["cursor"]);
  const page = await listAudit(actor, { ...filter, before });
  return <AuditPage page={page} filter={filter} isLater={before !== undefined} />;
}
