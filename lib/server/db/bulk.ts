import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "./client";
import { Prisma } from "./generated/sqlite/client";

/** A line of the record of a push. */
export type EventLine = {
  pushId: string;
  pushNodeId: string | null;
  at: Date;
  phase: string | null;
  code: string;
  params: string | null;
};

/** Columns of a node of a push that may change while it is open; what is left out stays. */
export type NodeColumns = {
  phase?: string;
  startedAt?: Date;
  diff?: string;
  outcome?: string;
  fault?: string;
  faultParams?: string;
  evidence?: string;
  finishedAt?: Date;
};

// Written in SQL, with all rows as one value: Prisma looks at every value of every row on its own, which costs a push
// more than everything else it does with the database.

/** As Prisma writes times. */
const time = (at: Date): string => at.toISOString().replace("Z", "+00:00");
const withTimes = (row: object): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, value instanceof Date ? time(value) : value]),
  );
const toJson = (rows: readonly object[]): string => JSON.stringify(rows.map(withTimes));

/** Adds lines in their order. */
export async function insertEvents(tx: Pick<Tx, "$executeRaw">, lines: readonly EventLine[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "PushEvent" ("pushId", "pushNodeId", "at", "phase", "code", "params")
    SELECT value ->> 'pushId', value ->> 'pushNodeId', value ->> 'at', value ->> 'phase', value ->> 'code', value ->> 'params'
    FROM json_each(${toJson(lines)}) ORDER BY key`;
}

// Every field of the type has its place here, or it would never be written.
const columns = Object.keys({
  phase: true,
  startedAt: true,
  diff: true,
  outcome: true,
  fault: true,
  faultParams: true,
  evidence: true,
  finishedAt: true,
} satisfies Record<keyof NodeColumns, true>);
const assignments = columns.map(
  (name) => `"${name}" = coalesce(new.value ->> '${name}', "PushNode"."${name}")`,
);

/** Changes nodes that are open, and answers which those were: one that has ended stays as it ended. */
export async function updateOpenNodes(
  tx: Pick<Tx, "$queryRaw">,
  nodes: readonly ({ id: string } & NodeColumns)[],
): Promise<string[]> {
  const changed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "PushNode" SET ${Prisma.raw(assignments.join(", "))}
    FROM json_each(${toJson(nodes)}) AS new
    WHERE "PushNode"."id" = new.value ->> 'id' AND "PushNode"."outcome" IS NULL
    RETURNING "PushNode"."id"`;
  return changed.map(({ id }) => id);
}

/** A node of a push that is queued, or ended before it began. */
export type NewPushNode = {
  nodeId: string | null;
  nodeName: string;
  address: string;
  role: string | null;
  clusterId: string | null;
  position: number;
  reviewedDigest: string | null;
  wantedDigest: string | null;
  phase?: string;
  outcome?: string;
  finishedAt?: Date;
};

// The phase has a value to begin with, so it is written by itself.
const newColumns = Object.keys({
  nodeId: true,
  nodeName: true,
  address: true,
  role: true,
  clusterId: true,
  position: true,
  reviewedDigest: true,
  wantedDigest: true,
  outcome: true,
  finishedAt: true,
} satisfies Record<Exclude<keyof NewPushNode, "phase">, true>);
const newNames = newColumns.map((name) => `"${name}"`).join(", ");
const newValues = newColumns.map((name) => `value ->> '${name}'`).join(", ");

/** Adds the nodes of a push. */
export async function insertPushNodes(
  tx: Pick<Tx, "$executeRaw">,
  pushId: string,
  nodes: readonly NewPushNode[],
): Promise<void> {
  const rows = toJson(nodes.map((node) => ({ ...node, id: randomUUID() })));
  await tx.$executeRaw`
    INSERT INTO "PushNode" ("id", "pushId", "phase", ${Prisma.raw(newNames)})
    SELECT value ->> 'id', ${pushId}, coalesce(value ->> 'phase', 'queued'), ${Prisma.raw(newValues)}
    FROM json_each(${rows})`;
}
