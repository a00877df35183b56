import "server-only";
import { AppError } from "@/lib/domain/errors";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import type { GroupRow } from "@/lib/server/db/rows";

const selection = {
  include: {
    configuration: { select: { id: true, name: true } },
    wantedRevision: { select: { id: true, number: true } },
    nodes: { select: { id: true, name: true, clusterId: true, facts: { select: { role: true } } } },
    pushes: {
      orderBy: { number: "desc" },
      take: 1,
      select: { id: true, number: true, status: true, finishedAt: true },
    },
  },
} as const;

export type GroupSummary = {
  id: string;
  name: string;
  note: string;
  width: number;
  stopAfter: number;
  configuration: { id: string; name: string } | null;
  wantedRevision: { id: string; number: number } | null;
  nodes: { id: string; name: string }[];
  servers: number;
  agents: number;
  /** Nodes whose role nobody has looked at yet. */
  unknown: number;
  lastPush: { id: string; number: number; status: string; finishedAt: string | null } | null;
};

const byName = (left: { name: string }, right: { name: string }) =>
  left.name.localeCompare(right.name, undefined, { numeric: true });

function toSummary(row: GroupRow): GroupSummary {
  const count = (role: string | null) =>
    row.nodes.filter((node) => (node.facts?.role ?? null) === role).length;
  const [push] = row.pushes;
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    width: row.width,
    stopAfter: row.stopAfter,
    configuration: row.configuration,
    wantedRevision: row.wantedRevision,
    nodes: row.nodes.map(({ id, name }) => ({ id, name })).sort(byName),
    servers: count("server"),
    agents: count("agent"),
    unknown: count(null),
    lastPush: push ? { ...push, finishedAt: push.finishedAt?.toISOString() ?? null } : null,
  };
}

export async function listGroups(actor: Actor): Promise<GroupSummary[]> {
  authorize(actor, "read");
  const rows = await db().group.findMany(selection);
  return rows.map(toSummary).sort(byName);
}

export async function getGroup(actor: Actor, id: string): Promise<GroupSummary> {
  authorize(actor, "read");
  const row = await db().group.findUnique({ ...selection, where: { id } });
  if (!row) throw new AppError("not-found", "groupNotFound");
  return toSummary(row);
}
