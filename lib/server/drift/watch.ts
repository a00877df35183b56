import "server-only";
import { isDue } from "@/lib/domain/drift/due";
import type { CheckedState } from "@/lib/domain/drift/states";
import { inParallel } from "@/lib/domain/in-parallel";
import { patternsCover } from "@/lib/domain/nodes/host-authority";
import { db } from "@/lib/server/db/client";
import { env } from "@/lib/server/env";
import { withLeases } from "@/lib/server/jobs/leases";
import { pause } from "@/lib/server/jobs/pause";
import { log } from "@/lib/server/log";
import { checkNode } from "./check-node";
import { lastPush } from "./queries";
import { findReference } from "./wanted";

/** Few at once, so that a check never stands in the way of people and pushes. */
const atOnce = 4;
const lookMs = 60_000;

/**
 * After these nobody knows what the node holds. One that only failed is not asked again at once: where it refused a
 * password, the next try counts as well.
 */
const wentBack = (outcome: string | null) => outcome === "rolled-back" || outcome === "rollback-failed";

type Due = { id: string; groupId: string };

/** Nodes of groups that want something and that nobody looked at for long enough. */
export async function listDue(now: number, everyMinutes: number): Promise<Due[]> {
  const nodes = await db().node.findMany({
    where: { group: { wantedRevisionId: { not: null } } },
    select: {
      id: true,
      groupId: true,
      host: true,
      port: true,
      hostKey: { select: { trustedAt: true, authorityId: true } },
      driftCheck: { select: { state: true, checkedAt: true, failures: true } },
      pushes: lastPush,
    },
  });
  const authorities = await db().hostAuthority.findMany({ select: { patterns: true } });
  return nodes.flatMap(({ id, groupId, host, port, hostKey, driftCheck: check, pushes }) => {
    const last = check && {
      state: check.state as CheckedState,
      checkedAt: check.checkedAt.getTime(),
      failures: check.failures,
    };
    const trust = hostKey && { at: hostKey.trustedAt.getTime(), isHeld: hostKey.authorityId === null };
    const isVouchable = authorities.some(({ patterns }) => patternsCover(patterns, { host, port }));
    const [push] = pushes;
    const wentBackAt = push && wentBack(push.outcome) ? (push.finishedAt?.getTime() ?? null) : null;
    const due = isDue(last, trust, { now, everyMinutes, isVouchable, wentBackAt });
    return groupId !== null && due ? [{ id, groupId }] : [];
  });
}

/** Checks what is due, group by group, so that each wanted file is made once. A node that fails does not end the rest. */
export async function checkDue(due: readonly Due[], signal: AbortSignal): Promise<void> {
  for (const groupId of new Set(due.map((node) => node.groupId))) {
    const reference = await findReference(groupId);
    if (!reference) continue;
    await inParallel(
      due.filter((node) => node.groupId === groupId),
      atOnce,
      async ({ id }) => {
        if (signal.aborted) return;
        await checkNode(id, reference).catch((error: unknown) =>
          log.warn("drift.check", { nodeId: id, error }),
        );
      },
    );
  }
}

async function watch(signal: AbortSignal): Promise<void> {
  const options = { purpose: "drift", signal, onWait: async () => undefined };
  await withLeases(["drift-watch"], options, async (held) => {
    while (await held.confirm()) {
      await checkDue(await listDue(Date.now(), env.driftMinutes), signal);
      await pause(lookMs, signal);
    }
  });
}

/** Looks at nodes by itself until the returned function is called. Of several processes one does. */
export function startDriftWatch(): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const goOn = async () => {
    while (!signal.aborted) {
      await watch(signal).catch((error: unknown) => {
        if (!signal.aborted) log.error("drift.watch", { error });
      });
      await pause(lookMs, signal).catch(() => undefined);
    }
  };
  if (env.driftMinutes > 0) void goOn();
  return () => stopping.abort(new Error("the server is stopping"));
}
