import "server-only";
import { defaultPushOptions, pushOptionsSchema } from "@/lib/domain/pushes/options";
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
    nodes: { select: { outcome: true } },
  },
} as const;

/** Text of a JSON column whose writer is this program; null stays an empty record. */
export const readParams = (json: string | null): Record<string, string> =>
  json === null ? {} : (JSON.parse(json) as Record<string, string>);

function count(rows: { outcome: string | null }[]): PushHeader["counts"] {
  const counts = Object.fromEntries([...outcomes, "open"].map((name) => [name, 0])) as PushHeader["counts"];
  for (const { outcome } of rows) counts[(outcome ?? "open") as Outcome | "open"] += 1;
  return counts;
}

export function readOptions(json: string) {
  const parsed = pushOptionsSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : defaultPushOptions;
}

export function toHeader(row: PushHeaderRow): PushHeader {
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
    counts: count(row.nodes),
    total: row.nodes.length,
  };
}

export function toNodeView(row: PushNodeRow): PushNodeView {
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
