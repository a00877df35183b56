import "server-only";
import { AppError } from "@/lib/domain/errors";
import { heldLock } from "@/lib/domain/groups/lock";
import type { GroupView } from "@/lib/domain/groups/views";
import { byName } from "@/lib/domain/named";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import type { GroupRow } from "@/lib/server/db/rows";
import { toLock } from "./group-lock";

const selection = {
  include: {
    configuration: {
      select: {
        id: true,
        name: true,
        revisions: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
      },
    },
    wantedRevision: { select: { id: true, number: true } },
    nodes: { select: { id: true, name: true, clusterId: true, facts: { select: { role: true } } } },
    pushes: {
      where: { dryRun: false },
      orderBy: { number: "desc" },
      take: 1,
      select: { id: true, number: true, status: true, finishedAt: true },
    },
  },
} as const;

function toView(row: GroupRow): GroupView {
  const count = (role: string | null) =>
    row.nodes.filter((node) => (node.facts?.role ?? null) === role).length;
  const [push] = row.pushes;
  const { configuration } = row;
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    width: row.width,
    stopAfter: row.stopAfter,
    configuration: configuration && { id: configuration.id, name: configuration.name },
    newestRevision: configuration?.revisions[0]?.number ?? null,
    wantedRevision: row.wantedRevision,
    nodes: row.nodes.map(({ id, name }) => ({ id, name })).sort(byName),
    servers: count("server"),
    agents: count("agent"),
    unknown: count(null),
    lock: heldLock(toLock(row), new Date()),
    lastPush: push ? { ...push, finishedAt: push.finishedAt?.toISOString() ?? null } : null,
  };
}

export async function listGroups(actor: Actor): Promise<GroupView[]> {
  authorize(actor, "read");
  const rows = await db().group.findMany(selection);
  return rows.map(toView).sort(byName);
}

/** Groups whose lock is held. */
export async function listLocked(actor: Actor): Promise<Pick<GroupView, "id" | "name" | "lock">[]> {
  authorize(actor, "read");
  const rows = await db().group.findMany({ where: { lockedUntil: { gt: new Date() } } });
  return rows.map((row) => ({ id: row.id, name: row.name, lock: toLock(row) }));
}

export async function getGroup(actor: Actor, id: string): Promise<GroupView> {
  authorize(actor, "read");
  const row = await db().group.findUnique({ ...selection, where: { id } });
  if (!row) throw new AppError("not-found", "groupNotFound");
  return toView(row);
}
