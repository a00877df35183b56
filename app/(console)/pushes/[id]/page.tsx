import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PushLive } from "@/components/pushes/live/push-live";
import { LockRefusalProvider } from "@/components/pushes/lock-refusal";
import { AppError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/people/roles";
import { requireActor } from "@/lib/server/auth/actor";
import { listLocked } from "@/lib/server/groups/queries";
import { getPush, getPushDiffs, getPushEvents } from "@/lib/server/pushes/queries";

type Props = { params: Promise<{ id: string }> };

const orNotFound = (error: unknown): never => {
  if (error instanceof AppError && error.code === "not-found") notFound();
  throw error;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("pushes");
  const { id } = await params;
  const push = await getPush(await requireActor(), id).catch(() => null);
  return { title: push ? `${t("number", { number: push.number })} · ${t("title")}` : t("title") };
}

export default async function PushPage({ params }: Props) {
  const actor = await requireActor();
  const { id } = await params;
  const push = await getPush(actor, id).catch(orNotFound);
  const events = await getPushEvents(actor, id);
  const diffs = await getPushDiffs(actor, id);
  const lock = (await listLocked(actor)).find((group) => group.id === push.group.id)?.lock ?? null;
  return (
    <LockRefusalProvider lock={lock} userId={actor.userId}>
      <PushLive
        key={push.id}
        initial={push}
        initialEvents={events.filter((event) => event.id <= push.lastEventId)}
        diffs={diffs}
        mayPush={can(actor.role, "pushes:write")}
      />
    </LockRefusalProvider>
  );
}
