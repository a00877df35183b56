import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { db } from "@/lib/server/db/client";
import type { PushNodeRow } from "@/lib/server/db/rows";
import { type HeldLeases, withLeases } from "@/lib/server/jobs/leases";
import { log } from "@/lib/server/log";
import { SshFault } from "@/lib/server/ssh/fault";
import type { Attempt, NodeRun } from "./attempt";
import { withFile } from "./foreign";
import { type NodeEnd, type NodeRecord, openNodeRecord } from "./node-record";
import { openRelay } from "./relay";
import { continueTransaction, runTransaction } from "./transaction";

const failed = (code: Fault, params: Readonly<Record<string, string>> = {}): NodeEnd => ({
  outcome: "failed",
  fault: { code, params },
  evidence: {},
});

/** Leases in one order for everybody: the node, and for a server the cluster it may restart in. */
function leasesOf(row: PushNodeRow): string[] {
  const node = `node:${row.nodeId}`;
  return row.role === "agent" ? [node] : [node, `cluster:${row.clusterId ?? "unknown"}`];
}

/**
 * One try after the other until the node has told how it ended: a transaction that may have begun on the node is
 * asked for and continued, never begun a second time while the first may still live.
 */
async function drive(attempt: Attempt, begun: boolean): Promise<NodeEnd> {
  if (begun) {
    const end = await continueTransaction(attempt);
    if (end) return end;
  }
  try {
    return await runTransaction(attempt);
  } catch (error) {
    if (!(error instanceof SshFault)) throw error;
    if (error.fault !== "connection-lost" || !attempt.mayHaveBegun())
      return failed(error.fault, error.params);
    await attempt.record.event("restart", "connection-lost", { ...error.params });
    const end = await continueTransaction(attempt);
    return end ?? failed("connection-lost", { ...error.params, state: "untouched" });
  }
}

function faultOfError(error: unknown): NodeEnd {
  if (error instanceof SshFault) return failed(error.fault, error.params);
  if (error instanceof AppError && error.code === "unavailable") return failed("secret-unavailable");
  throw error;
}

async function runHeld(
  run: NodeRun & { record: NodeRecord; held: HeldLeases },
  begun: boolean,
): Promise<void> {
  const { record } = run;
  const nodeId = run.row.nodeId;
  if (nodeId === null) return record.end(failed("unreachable", { reason: "node-deleted" }));
  let sent = false;
  const attempt: Attempt = {
    ...run,
    nodeId,
    relay: await openRelay(record, run.row.id),
    mayHaveBegun: () => sent,
    markBegun: () => {
      sent = true;
    },
  };
  try {
    await record.end(withFile(await drive(attempt, begun), run.wanted));
  } catch (error) {
    await record.end(faultOfError(error));
  }
}

/** Brings one node of a push to its outcome. `begun` says that an earlier process may have started it on the node. */
export async function runNode(run: NodeRun, begun: boolean): Promise<void> {
  const { row, signal } = run;
  const record = openNodeRecord(row.pushId, row.id, run.wanted.hide);
  await db().pushNode.update({ where: { id: row.id }, data: { startedAt: row.startedAt ?? new Date() } });
  await record.event("connect", begun ? "node-resumed" : "node-started");
  const onWait = (name: string) => record.event("connect", "waiting", { for: name.split(":")[0] ?? name });
  try {
    await withLeases(leasesOf(row), { purpose: row.id, signal, onWait }, (held) =>
      runHeld({ ...run, record, held }, begun),
    );
  } catch (error) {
    if (signal.aborted) return;
    log.error("push.node.crashed", { pushId: row.pushId, pushNodeId: row.id, error });
    await record.end(failed("interrupted"));
  }
}
