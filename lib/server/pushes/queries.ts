import "server-only";
import { AppError, invariant } from "@/lib/domain/errors";
import type {
  NodeDiff,
  PushEventView,
  PushHeader,
  PushMessage,
  PushNodeView,
  PushView,
} from "@/lib/domain/pushes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { findEarlierRevision } from "./earlier-revision";
import { listEvents } from "./events";
import { toHeaders } from "./headers";
import { findMended } from "./needs-hands";
import { headerSelection, toNodeView } from "./views";

/** So many rows at once keep nobody else waiting. */
const pageSize = 250;

async function getRow(id: string) {
  const row = await db().push.findUnique({ ...headerSelection, where: { id } });
  if (!row) throw new AppError("not-found", "pushNotFound");
  const [header] = await toHeaders([row]);
  invariant(header !== undefined, "a push has a header");
  return { row, header };
}

async function listNodeViews(pushId: string): Promise<PushNodeView[]> {
  const nodes: PushNodeView[] = [];
  for (let from = 0; ; from += pageSize) {
    const where = { pushId, position: { gte: from, lt: from + pageSize } };
    const page = await db().pushNode.findMany({ where, orderBy: { position: "asc" }, omit: { diff: true } });
    nodes.push(...page.map(toNodeView));
    if (page.length < pageSize) return nodes;
  }
}

const findPush = async (id: string | null) =>
  id === null ? null : db().push.findUnique({ where: { id }, select: { id: true, number: true } });

/** The newest pushes first. */
export async function listPushes(actor: Actor, limit = 100): Promise<PushHeader[]> {
  authorize(actor, "read");
  const rows = await db().push.findMany({ ...headerSelection, orderBy: { number: "desc" }, take: limit });
  return toHeaders(rows);
}

/** Pushes that are queued or running, for the pill every page shows. */
export async function listRunningPushes(actor: Actor): Promise<PushHeader[]> {
  authorize(actor, "read");
  const where = { status: { in: ["queued", "running"] } };
  const rows = await db().push.findMany({ ...headerSelection, where, orderBy: { number: "asc" } });
  return toHeaders(rows);
}

export async function getPush(actor: Actor, id: string): Promise<PushView> {
  authorize(actor, "read");
  // The last event is read first: a later one is then sent again by the stream, never missed.
  const last = await db().pushEvent.findFirst({ where: { pushId: id }, orderBy: { id: "desc" } });
  const { row, header } = await getRow(id);
  const nodes = await listNodeViews(id);
  const retryOf = await findPush(row.retryOfId);
  const rollbackOf = await findPush(row.rollbackOfId);
  const before = await findEarlierRevision(row);
  return {
    ...header,
    retryOf,
    rollbackOf,
    before,
    mended: await findMended(nodes),
    nodes,
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

/** Whether nothing will happen in the push any more. */
export async function isFinished(id: string): Promise<boolean> {
  const push = await db().push.findUnique({ where: { id }, select: { finishedAt: true } });
  if (!push) throw new AppError("not-found", "pushNotFound");
  return push.finishedAt !== null;
}

/** What the live stream sends next: null when nothing happened after the event `after`. */
export async function getNews(id: string, after: number): Promise<PushMessage | null> {
  const events = await listEvents(id, after, 200);
  if (events.length === 0) return null;
  const touched = [...new Set(events.flatMap(({ pushNodeId }) => pushNodeId ?? []))];
  const nodes = await db().pushNode.findMany({
    where: { id: { in: touched } },
    orderBy: { position: "asc" },
    omit: { diff: true },
  });
  return { push: (await getRow(id)).header, nodes: nodes.map(toNodeView), events };
}
