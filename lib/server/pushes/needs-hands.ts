import "server-only";
import type { PushedNode } from "@/lib/domain/pushes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

type Left = { id: string; nodeId: string | null; finishedAt: Date | string | null };
type Mended = Record<string, { id: string; number: number }>;

/** A service that was down before a push is excused from coming up in it, so a good outcome alone says nothing of it. */
function provesService(evidence: string): boolean {
  const { unit, notJudged } = JSON.parse(evidence) as Record<string, string>;
  return unit === "active" && notJudged === undefined;
}

/** By their id, the later push that brought right each of these nodes that could not be taken back. */
async function findMendingOf(left: readonly Left[]): Promise<Mended> {
  const since = left.flatMap(({ finishedAt }) => (finishedAt === null ? [] : [new Date(finishedAt)]));
  const nodeIds = left.flatMap(({ nodeId }) => nodeId ?? []);
  if (since.length === 0 || nodeIds.length === 0) return {};
  const later = await db().pushNode.findMany({
    where: {
      nodeId: { in: nodeIds },
      outcome: { in: ["changed", "unchanged"] },
      finishedAt: { gt: new Date(Math.min(...since.map(Number))) },
      push: { dryRun: false },
    },
    orderBy: { finishedAt: "asc" },
    select: { nodeId: true, finishedAt: true, evidence: true, push: { select: { id: true, number: true } } },
  });
  const proven = later.filter(({ evidence }) => evidence !== null && provesService(evidence));
  return Object.fromEntries(
    left.flatMap(({ id, nodeId, finishedAt }) => {
      const after = Number(finishedAt && new Date(finishedAt));
      const first = proven.find((row) => row.nodeId === nodeId && Number(row.finishedAt) > after);
      return first ? [[id, first.push]] : [];
    }),
  );
}

/** For nodes of a push that could not be taken back, by their id in it, the later push that brought them right. */
export const findMended = (rows: readonly (Left & { outcome: string | null })[]): Promise<Mended> =>
  findMendingOf(rows.filter(({ outcome }) => outcome === "rollback-failed"));

/** So many are told of at once; who mends them sees the next. */
const mostTold = 20;
/** So many machines are looked at together. */
const pageSize = 100;

/**
 * Nodes that no push could take back, that none brought right since, and of which nobody said that it was handled. Of a
 * machine that failed in several pushes the last tells how it stands.
 */
export async function listNeedingHands(actor: Actor): Promise<PushedNode[]> {
  authorize(actor, "read");
  const last = await db().pushNode.findMany({
    where: { outcome: "rollback-failed", nodeId: { not: null } },
    orderBy: { finishedAt: "desc" },
    distinct: ["nodeId"],
    select: {
      id: true,
      nodeId: true,
      nodeName: true,
      finishedAt: true,
      handledAt: true,
      push: { select: { id: true, number: true } },
    },
  });
  const unhandled = last.filter(({ handledAt }) => handledAt === null);
  const told: PushedNode[] = [];
  for (let from = 0; from < unhandled.length && told.length < mostTold; from += pageSize) {
    const page = unhandled.slice(from, from + pageSize);
    const mended = await findMendingOf(page);
    for (const { id, nodeName, push } of page) if (!mended[id]) told.push({ id, name: nodeName, push });
  }
  return told.slice(0, mostTold);
}
