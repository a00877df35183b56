import "server-only";
import {
  defaultPushOptions,
  type GroupOptions,
  pickGroupOptions,
  pushOptionsSchema,
} from "@/lib/domain/pushes/options";
import {
  type Fault,
  type Outcome,
  outcomes,
  type Phase,
  type PushStatus,
} from "@/lib/domain/pushes/outcomes";
import type { PushEventView, PushHeader, PushNodeView } from "@/lib/domain/pushes/views";
import type { PushEventRow, PushHeaderRow, PushNodeRow } from "@/lib/server/db/rows";

export const headerSelection = {
  include: {
    configuration: { select: { id: true, name: true } },
    revision: { select: { id: true, number: true } },
  },
} as const;

/** Text of a JSON column whose writer is this program; null stays an empty record. */
export const readParams = (json: string | null): Record<string, string> =>
  json === null ? {} : (JSON.parse(json) as Record<string, string>);

/** How many nodes of a push ended how, as the database counts them. */
export type Counted = { outcome: string | null; count: number };

function toCounts(counted: readonly Counted[]): PushHeader["counts"] {
  const counts = Object.fromEntries([...outcomes, "open"].map((name) => [name, 0])) as PushHeader["counts"];
  for (const { outcome, count } of counted) counts[(outcome ?? "open") as Outcome | "open"] += count;
  return counts;
}

/** What the pushes of a group begin with. */
export const groupOptionsOf = (group: {
  width: number;
  stopAfter: number;
  usual: string | null;
}): GroupOptions =>
  pickGroupOptions({ ...readOptions(group.usual ?? "{}"), width: group.width, stopAfter: group.stopAfter });

export function readOptions(json: string) {
  const parsed = pushOptionsSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : defaultPushOptions;
}

export function toHeader(row: PushHeaderRow, counted: readonly Counted[]): PushHeader {
  return {
    id: row.id,
    number: row.number,
    status: row.status as PushStatus,
    group: { id: row.groupId, name: row.groupName },
    configuration: row.configuration,
    revision: row.revision,
    startedByName: row.startedByName,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    stopRequested: row.stopRequestedAt !== null,
    pauseRequested: row.pausedAt !== null,
    gate: row.gate as PushHeader["gate"],
    approvals: row.approvals,
    options: readOptions(row.options),
    counts: toCounts(counted),
    total: counted.reduce((sum, { count }) => sum + count, 0),
  };
}

export function toNodeView(row: Omit<PushNodeRow, "diff">): PushNodeView {
  return {
    id: row.id,
    nodeId: row.nodeId,
    name: row.nodeName,
    address: row.address,
    role: row.role as PushNodeView["role"],
    phase: row.phase as Phase,
    outcome: row.outcome as Outcome | null,
    fault: row.fault === null ? null : { code: row.fault as Fault, params: readParams(row.faultParams) },
    evidence: readParams(row.evidence),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    handled:
      row.handledAt === null
        ? null
        : {
            at: row.handledAt.toISOString(),
            byName: row.handledByName ?? "",
            reason: row.handledReason ?? "",
          },
  };
}

export function toEventView(row: PushEventRow): PushEventView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    pushNodeId: row.pushNodeId,
    phase: row.phase as Phase | null,
    code: row.code,
    params: readParams(row.params),
  };
}
