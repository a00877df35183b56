import "server-only";
import type { PushOptions } from "@/lib/domain/pushes/options";
import type { Outcome } from "@/lib/domain/pushes/outcomes";
import { decide, type ScheduledNode } from "@/lib/domain/pushes/schedule";
import { db } from "@/lib/server/db/client";
import type { PushNodeRow } from "@/lib/server/db/rows";
import { pause } from "@/lib/server/jobs/pause";
import { endNodes, failPush, finishPush, listRows } from "./end-push";
import { appendEvent } from "./events";
import { keepGate } from "./gate";
import { runNode } from "./run-node";
import { readOptions } from "./views";
import { findFrozenWanted, type Wanted } from "./wanted";

type Course = {
  pushId: string;
  options: PushOptions;
  wanted: Wanted;
  signal: AbortSignal;
  /** Throws as soon as another process runs this push. */
  confirm: () => Promise<void>;
  /** Aborts `signal` for this reason. */
  stop: (reason: unknown) => void;
  running: Map<string, Promise<void>>;
};

/** Another process took this push over, so nothing more may be done or written for it here. */
export class PushLost extends Error {
  override name = "PushLost";
}

function toScheduled(row: PushNodeRow, running: Course["running"]): ScheduledNode {
  const open = running.has(row.id) ? "running" : "queued";
  return {
    id: row.id,
    role: row.role as ScheduledNode["role"],
    clusterId: row.clusterId,
    state: (row.outcome as Outcome | null) ?? open,
  };
}

function start(course: Course, row: PushNodeRow, begun: boolean): void {
  const { wanted, options, signal, confirm, running } = course;
  const run = runNode({ row, wanted, options, signal, confirm }, begun).finally(() => running.delete(row.id));
  running.set(row.id, run);
  // Nobody may be waiting for it just now, and a node that left without an outcome would be started again at once.
  run.catch(course.stop);
}

/** Ends every node that has not started. */
const endQueued = (
  { pushId, running }: Course,
  outcome: Outcome,
  code: "stopped" | "stopped-after-failures",
) => endNodes(pushId, code, ({ id }) => (running.has(id) ? null : outcome));

/** Waits until a node ends, and looks once a second whether somebody asked to stop. */
async function waitForChange(course: Course): Promise<void> {
  await Promise.race([...course.running.values(), pause(1000, course.signal)]);
}

async function advance(course: Course): Promise<boolean> {
  const { pushId, running, options } = course;
  const push = await db().push.findUniqueOrThrow({ where: { id: pushId } });
  if (push.stopRequestedAt !== null) await endQueued(course, "cancelled", "stopped");
  const rows = await listRows(pushId);
  const decision = decide(
    rows.map((row) => toScheduled(row, running)),
    options,
    { approvals: push.approvals, paused: push.pausedAt !== null },
  );
  await keepGate(push, decision.kind === "hold" ? decision.reason : null);
  switch (decision.kind) {
    case "start":
      for (const row of rows) if (decision.ids.includes(row.id)) start(course, row, false);
      return true;
    case "stop":
      await endQueued(course, "not-reached", decision.reason);
      return true;
    case "wait":
    case "hold":
      await waitForChange(course);
      return true;
    case "end":
      return false;
  }
}

async function drive(course: Course): Promise<void> {
  const { pushId, signal, running } = course;
  await course.confirm();
  for (const row of await listRows(pushId))
    if (row.outcome === null && row.phase !== "queued") start(course, row, true);
  while (await advance(course)) {
    signal.throwIfAborted();
    await course.confirm();
  }
  await Promise.all(running.values());
  await course.confirm();
  await finishPush(pushId);
}

/**
 * Runs a push to its end. It may have been begun by a process that died: nodes that had left the queue are asked
 * first and continued. Stops acting, without ending anything, as soon as `signal` is aborted or `stillOurs`, asked
 * before each act, says no. Nothing of it is at work any more when it throws.
 */
export async function runPush(
  pushId: string,
  signal: AbortSignal,
  stillOurs: () => Promise<boolean> = async () => true,
): Promise<void> {
  const push = await db().push.findUniqueOrThrow({ where: { id: pushId } });
  await db().push.update({
    where: { id: pushId },
    data: { status: "running", startedAt: push.startedAt ?? new Date() },
  });
  await appendEvent({ pushId, code: push.startedAt ? "push-resumed" : "push-started" });
  const wanted = await findFrozenWanted(pushId, push.revisionId);
  if (!wanted) return failPush(pushId);
  const stopping = new AbortController();
  const stop = (reason: unknown) => stopping.abort(reason);
  const confirm = async () => {
    if (!(await stillOurs())) stop(new PushLost(pushId));
    stopping.signal.throwIfAborted();
  };
  const both = AbortSignal.any([signal, stopping.signal]);
  const running: Course["running"] = new Map();
  try {
    const options = readOptions(push.options);
    await drive({ pushId, options, wanted, signal: both, confirm, stop, running });
  } catch (error) {
    stop(error);
    await Promise.allSettled(running.values());
    throw error;
  }
}
