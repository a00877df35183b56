import "server-only";
import { setMaxListeners } from "node:events";
import type { PushOptions } from "@/lib/domain/pushes/options";
import type { Outcome } from "@/lib/domain/pushes/outcomes";
import { decide } from "@/lib/domain/pushes/schedule";
import { db } from "@/lib/server/db/client";
import type { PushTaskRow } from "@/lib/server/db/rows";
import { pause } from "@/lib/server/jobs/pause";
import { type Bell, createBell } from "./bell";
import { endNodes, failPush, finishPush } from "./end-push";
import { appendEvent } from "./events";
import { keepGate } from "./gate";
import { runNode } from "./run-node";
import { Tasks, toScheduled } from "./tasks";
import { readOptions } from "./views";
import { findFrozenWanted, type Wanted } from "./wanted";

/** How often it is looked whether somebody said something, while nothing ends. */
const lookMs = 1_000;
/** Nodes that end within a moment are looked at together. */
const gatherMs = 20;

/** What people say while it runs. */
const asked = { id: true, gate: true, approvals: true, pausedAt: true, stopRequestedAt: true } as const;

type Stopped = "stopped" | "stopped-after-failures";

type Course = {
  pushId: string;
  tasks: Tasks;
  bell: Bell;
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

function start(course: Course, row: PushTaskRow, begun: boolean): void {
  const { wanted, options, signal, confirm, running, tasks, bell } = course;
  const run = runNode({ row, wanted, options, signal, confirm }, begun).finally(() => {
    running.delete(row.id);
    tasks.noteChange(row.id);
    bell.ring();
  });
  running.set(row.id, run);
  // Nobody may be waiting for it just now, and a node that left without an outcome would be started again at once.
  run.catch(course.stop);
}

/** Whether a node may not be started or ended: also one that ended while others were read, whose row says nothing of it yet. */
const isBusy = ({ tasks, running }: Course, { id }: PushTaskRow): boolean =>
  running.has(id) || tasks.isStale(id);

/** Ends every node that has not started. */
async function endQueued(course: Course, outcome: Outcome, code: Stopped): Promise<void> {
  const { tasks } = course;
  const queued = tasks.list().filter((row) => row.outcome === null && !isBusy(course, row));
  await endNodes(queued, code, () => outcome);
  for (const { id } of queued) tasks.noteChange(id);
  await tasks.catchUp();
}

/** Waits until nodes end, and looks once a second whether somebody asked to stop. */
async function waitForChange({ bell, signal }: Course): Promise<void> {
  await bell.wait(lookMs);
  if (!signal.aborted) await pause(gatherMs, signal);
}

async function advance(course: Course): Promise<boolean> {
  const { pushId, options, tasks } = course;
  const push = await db().push.findUniqueOrThrow({ where: { id: pushId }, select: asked });
  await tasks.catchUp();
  if (push.stopRequestedAt !== null) await endQueued(course, "cancelled", "stopped");
  const rows = tasks.list();
  const decision = decide(
    rows.map((row) => toScheduled(row, isBusy(course, row))),
    options,
    { approvals: push.approvals, paused: push.pausedAt !== null },
  );
  await keepGate(push, decision.kind === "hold" ? decision.reason : null);
  switch (decision.kind) {
    case "start": {
      const ids = new Set(decision.ids);
      for (const row of rows) if (ids.has(row.id)) start(course, row, false);
      return true;
    }
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
  const { pushId, signal, running, tasks, bell } = course;
  signal.addEventListener("abort", bell.ring, { once: true });
  await course.confirm();
  for (const row of tasks.list())
    if (row.outcome === null && row.phase !== "queued") start(course, row, true);
  while (await advance(course)) {
    signal.throwIfAborted();
    await course.confirm();
  }
  await Promise.all(running.values());
  await course.confirm();
  await finishPush(pushId);
}

/** A dry run shows the faults of all nodes, and there is nothing for a person to agree to. */
const courseOf = (options: PushOptions): PushOptions =>
  options.dryRun ? { ...options, stopAfter: 0, approval: "none" } : options;

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
  // As many nodes as are at work may wait for something.
  setMaxListeners(0, both);
  const running: Course["running"] = new Map();
  try {
    const options = courseOf(readOptions(push.options));
    const tasks = await Tasks.open(pushId);
    const bell = createBell();
    await drive({ pushId, tasks, bell, options, wanted, signal: both, confirm, stop, running });
  } catch (error) {
    stop(error);
    await Promise.allSettled(running.values());
    throw error;
  }
}
