import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupChoice } from "@/components/pushes/review/group-choice";
import { LockedGroup } from "@/components/pushes/review/locked-group";
import { PushReviewView } from "@/components/pushes/review/push-review";
import { PageHeader } from "@/components/ui/page-header";
import { isBound } from "@/lib/domain/groups/lock";
import { can } from "@/lib/domain/people/roles";
import { readAsked } from "@/lib/domain/pushes/asked";
import { toRollback } from "@/lib/domain/pushes/rollback";
import { type Actor, requireActor } from "@/lib/server/auth/actor";
import { listGroups } from "@/lib/server/groups/queries";
import { getPush } from "@/lib/server/pushes/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pushes"))("newTitle") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

type Query = Awaited<Props["searchParams"]>;

const readRevision = (text: Query[string]) =>
  typeof text === "string" && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;

/** What `of` and `node` of the address ask to take back; a push that is gone or changed nothing asks for nothing. */
async function findRollback(actor: Actor, { of, node }: Query) {
  if (typeof of !== "string") return null;
  const push = await getPush(actor, of).catch(() => null);
  return push && toRollback(push, typeof node === "string" ? node : undefined);
}

export default async function NewPushPage({ searchParams }: Props) {
  const actor = await requireActor();
  const t = await getTranslations("pushes");
  const query = await searchParams;
  const rollback = await findRollback(actor, query);
  const groups = await listGroups(actor);
  const group = groups.find((one) => one.id === query["group"]);
  const revision = readRevision(query["rev"]);
  const mayPush = can(actor.role, "pushes:write");
  const lock = group?.lock ?? null;
  const bound = lock !== null && isBound(lock, actor);
  const ready = group?.configuration && group.nodes.length > 0 && mayPush && !bound;
  return (
    <>
      <PageHeader
        title={rollback ? t("rollbackTitle", rollback.push) : t("newTitle")}
        description={t(rollback ? "rollbackDescription" : "newDescription")}
        crumbs={[{ label: t("newTitle") }]}
      />
      <GroupChoice groups={groups} chosen={group} allowed={mayPush} />
      {group && lock && mayPush ? <LockedGroup group={group} lock={lock} own={!bound} /> : null}
      {ready ? (
        <PushReviewView
          key={`${group.id} ${revision}`}
          group={group}
          revision={revision}
          rollback={rollback}
          asked={readAsked(query)}
        />
      ) : null}
    </>
  );
}
