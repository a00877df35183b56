import "server-only";
import { setMaxListeners } from "node:events";
import { db } from "@/lib/server/db/client";
import { type HeldLeases, withLeases } from "@/lib/server/jobs/leases";
import { runnerBus } from "@/lib/server/jobs/wake";
import { log } from "@/lib/server/log";
import { singleton } from "@/lib/server/singleton";
import { countCrash, forgetCrashes, isResting, mostCrashes } from "./crashes";
import { abandonPush } from "./end-push";
import { PushLost, runPush } from "./run-push";

/** How often pushes are looked for when nobody wakes the runner: after a take-over, or started by another process. */
const pollMs = 2_000;

const active = () => singleton("active-pushes", () => new Set<string>());

/** Runs a push whose lease is held. One that crashes again and again ends, instead of being begun for ever. */
async function runHeld(pushId: string, signal: AbortSignal, held: HeldLeases): Promise<void> {
  const push = await db().push.findUnique({ where: { id: pushId } });
  if (!push || push.finishedAt !== null) return forgetCrashes(pushId);
  try {
    await runPush(pushId, signal, held.confirm);
    forgetCrashes(pushId);
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof PushLost) return log.warn("push.lost", { pushId });
    const crashes = countCrash(pushId);
    log.error("push.crashed", { pushId, crashes, error });
    if (crashes < mostCrashes || !(await held.confirm())) return;
    await abandonPush(pushId);
    forgetCrashes(pushId);
  }
}

async function run(pushId: string, signal: AbortSignal): Promise<void> {
  if (active().has(pushId) || isResting(pushId)) return;
  active().add(pushId);
  try {
    const options = { purpose: "push", signal, onWait: async () => undefined };
    await withLeases([`push:${pushId}`], options, (held) => runHeld(pushId, signal, held));
  } catch (error) {
    if (!signal.aborted) log.error("push.crashed", { pushId, error });
  } finally {
    active().delete(pushId);
  }
}

async function startOpenPushes(signal: AbortSignal): Promise<void> {
  const open = await db().push.findMany({ where: { finishedAt: null }, select: { id: true } });
  for (const { id } of open) void run(id, signal);
}

/**
 * Runs pushes in this process until the returned function is called. Who owns a push is a lease, so several
 * processes may share the database; pushes of a process that died go on here once its lease ran out.
 */
export function startRunner(): () => void {
  const stopping = new AbortController();
  // As many pushes as are open wait for it.
  setMaxListeners(0, stopping.signal);
  const look = () => {
    startOpenPushes(stopping.signal).catch((error: unknown) => log.error("runner.look", { error }));
  };
  const timer = setInterval(look, pollMs);
  runnerBus().on("wake", look);
  look();
  return () => {
    clearInterval(timer);
    runnerBus().off("wake", look);
    stopping.abort(new Error("the server is stopping"));
  };
}
