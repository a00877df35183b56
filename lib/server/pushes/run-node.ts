import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import type { PushTaskRow } from "@/lib/server/db/rows";
import { type HeldLeases, withLeases } from "@/lib/server/jobs/leases";
import { log } from "@/lib/server/log";
import { SshFault } from "@/lib/server/ssh/fault";
import type { Attempt, NodeRun } from "./attempt";
import { withFiles } from "./foreign";
import { findHolder, findPushOf, pushParams } from "./holder";
import { type NodeEnd, type NodeRecord, openNodeRecord } from "./node-record";
import { findLastSequence, openRelay } from "./relay";
import { withServed } from "./test-pull";
import { continueTransaction, runTransaction } from "./transaction";

const failed = (code: Fault, params: Readonly<Record<string, string>> = {}): NodeEnd => ({
  outcome: "failed",
  fault: { code, params },
  evidence: {},
});

/** Leases in one order for everybody: the node, and for a server the cluster it may restart in. */
function leasesOf(row: PushTaskRow): string[] {
  const node = `node:${row.nodeId}`;
  return row.role === "agent" ? [node] : [node, `cluster:${row.clusterId ?? "unknown"}`];
}

/**
 * One try after the other until the node has told how it ended: a transaction that may have begun on the node is
 * asked for and continued, never begun a second time while the first may still live.
 */
async function drive(attempt: Attempt, begun: boolean): Promise<NodeEnd> {
  // A rehearsal left nothing on the node that could be asked for.
  if (begun && !attempt.options.dryRun) {
    const end = await continueTransaction(attempt);
    if (end) return end;
  }
  let neverHeard = failed("protocol", { reason: "waits" });
  try {
    const end = await runTransaction(attempt);
    if (end) return end;
  } catch (error) {
    if (!(error instanceof SshFault)) throw error;
    if (error.fault !== "connection-lost" || !attempt.mayHaveBegun())
      return failed(error.fault, error.params);
    await attempt.record.event("restart", "connection-lost", { ...error.params });
    neverHeard = failed("connection-lost", { ...error.params, state: "untouched" });
  }
  return (await continueTransaction(attempt)) ?? neverHeard;
}

function faultOfError(error: unknown): NodeEnd {
  if (error instanceof SshFault) return failed(error.fault, error.params);
  if (error instanceof AppError && error.code === "unavailable") return failed("secret-unavailable");
  throw error;
}

/** The lock of a busy node names the node of a push, which may be one of ours; which push that is, is not for a node to say. */
async function namingPush(end: NodeEnd): Promise<NodeEnd> {
  if (end.fault?.code !== "node-busy") return end;
  const { push: _, number: __, ...told } = end.fault.params;
  const ours = told["transaction"] === undefined ? null : await findPushOf(told["transaction"]);
  return { ...end, fault: { ...end.fault, params: { ...told, ...pushParams(ours) } } };
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
    relay: openRelay(record, begun ? await findLastSequence(run.row) : 0),
    mayHaveBegun: () => sent,
    markBegun: () => {
      sent = true;
    },
  };
  try {
    const end = withFiles(await drive(attempt, begun), run);
    await record.end(await namingPush(await withServed(end, attempt)));
  } catch (error) {
    await record.end(faultOfError(error));
  }
}

/** Brings one node of a push to its outcome. `begun` says that an earlier process may have started it on the node. */
export async function runNode(run: NodeRun, begun: boolean): Promise<void> {
  const { row, signal } = run;
  const record = openNodeRecord(row.pushId, row.id, run.wanted.hide);
  await record.start(row.startedAt ?? new Date(), begun ? "node-resumed" : "node-started");
  const onWait = async (name: string) =>
    record.event("connect", "waiting", {
      for: name.split(":")[0] ?? name,
      ...pushParams(await findHolder(name)),
    });
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
