import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NodeDiff, PushEventView, PushHeader, PushMessage, PushView } from "@/lib/domain/pushes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { findEarlierRevision } from "./earlier-revision";
import { listEvents } from "./events";
import { headerSelection, toHeader, toNodeView } from "./views";

async function getRow(id: string) {
  const row = await db().push.findUnique({ ...headerSelection, where: { id } });
  if (!row) throw new AppError("not-found", "pushNotFound");
  return row;
}

const findPush = async (id: string | null) =>
  id === null ? null : db().push.findUnique({ where: { id }, select: { id: true, number: true } });

/** The newest pushes first. */
export async function listPushes(actor: Actor, limit = 100): Promise<PushHeader[]> {
  authorize(actor, "read");
  const rows = await db().push.findMany({ ...headerSelection, orderBy: { number: "desc" }, take: limit });
  return rows.map(toHeader);
}

/** Pushes that are queued or running, for the pill every page shows. */
export async function listRunningPushes(actor: Actor): Promise<PushHeader[]> {
  authorize(actor, "read");
  const where = { status: { in: ["queued", "running"] } };
  const rows = await db().push.findMany({ ...headerSelection, where, orderBy: { number: "asc" } });
  return rows.map(toHeader);
}

export async function getPush(actor: Actor, id: string): Promise<PushView> {
  authorize(actor, "read");
  // The last event is read first: a later one is then sent again by the stream, never missed.
  const last = await db().pushEvent.findFirst({ where: { pushId: id }, orderBy: { id: "desc" } });
  const row = await getRow(id);
  const nodes = await db().pushNode.findMany({ where: { pushId: id }, orderBy: { position: "asc" } });
  const retryOf = await findPush(row.retryOfId);
  const rollbackOf = await findPush(row.rollbackOfId);
  const before = await findEarlierRevision(row);
  return {
    ...toHeader(row),
    retryOf,
    rollbackOf,
    before,
    nodes: nodes.map(toNodeView),
    lastEventId: last?.id ?? 0,
  };
}

export async function getPushEvents(actor: Actor, id: string): Promise<PushEventView[]> {
  authorize(actor, "read");
  return listEvents(id, 0);
}

/** The reviewed diffs of a push, by push node; secrets in them are masked. */
export async function getPushDiffs(actor: Actor, id: string): Promise<Record<string, NodeDiff>> {
  authorize(actor, "read");
  const rows = await db().pushNode.findMany({ where: { pushId: id }, select: { id: true, diff: true } });
  return Object.fromEntries(
    rows.flatMap(({ id: nodeId, diff }) => (diff === null ? [] : [[nodeId, JSON.parse(diff) as NodeDiff]])),
  );
}

/** What the live stream sends next: null when nothing happened after the event `after`. */
export async function getNews(id: string, after: number): Promise<PushMessage | null> {
  const events = await listEvents(id, after, 500);
  if (events.length === 0) return null;
  const touched = [...new Set(events.flatMap(({ pushNodeId }) => pushNodeId ?? []))];
  const nodes = await db().pushNode.findMany({
    where: { id: { in: touched } },
    orderBy: { position: "asc" },
  });
  return { push: toHeader(await getRow(id)), nodes: nodes.map(toNodeView), events };
}
