import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { ContinuePush } from "@/lib/domain/pushes/continue";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db, type Tx } from "@/lib/server/db/client";
import { wakeRunner } from "@/lib/server/jobs/wake";
import { appendEvent } from "./events";

type Open = { id: string; number: number; pausedAt: Date | null; gate: string | null; approvals: number };

async function getOpen(tx: Tx, id: string): Promise<Open> {
  const push = await tx.push.findUnique({ where: { id } });
  if (!push) throw new AppError("not-found", "pushNotFound");
  if (push.finishedAt) throw new AppError("conflict", "pushEnded", { params: { number: push.number } });
  return push;
}

const targetOf = ({ id, number }: Open) => ({ type: "push", id, name: String(number) });

/** Lets nodes at work finish and starts no more, until somebody lets it go on. */
export async function pausePush(id: string, actor: Actor): Promise<void> {
  authorize(actor, "pushes:write");
  await db().$transaction(async (tx) => {
    const push = await getOpen(tx, id);
    if (push.pausedAt) return;
    await tx.push.update({ where: { id }, data: { pausedAt: new Date() } });
    await recordAudit(tx, actor, { action: "push.paused", target: targetOf(push) });
  });
  await appendEvent({ pushId: id, code: "pause-requested", params: { by: actor.name } });
  wakeRunner();
}

/** Whether the push waits for just what is said: one that went on meanwhile may wait for something else by now. */
const isWaitingFor = ({ pausedAt, gate, approvals }: Open, { approval }: ContinuePush): boolean =>
  approval === null ? pausedAt !== null : pausedAt === null && gate === "approval" && approvals === approval;

/** Ends a pause, or agrees to what was done so far. A push that does not wait for that is left as it is. */
export async function continuePush(id: string, said: ContinuePush, actor: Actor): Promise<void> {
  authorize(actor, "pushes:write");
  await db().$transaction(async (tx) => {
    const push = await getOpen(tx, id);
    if (!isWaitingFor(push, said)) throw new AppError("conflict", "pushNotWaiting");
    const isApproval = said.approval !== null;
    const { count } = await tx.push.updateMany({
      // Two people who agree to the same thing at once agree once: the gate is closed by the first.
      where: { id, approvals: push.approvals, gate: push.gate, pausedAt: push.pausedAt },
      data: { pausedAt: null, gate: null, ...(isApproval && { approvals: { increment: 1 } }) },
    });
    if (count === 0) throw new AppError("conflict", "pushNotWaiting");
    const action = isApproval ? "push.approved" : "push.resumed";
    await recordAudit(tx, actor, { action, target: targetOf(push) });
  });
  await appendEvent({ pushId: id, code: "continue-requested", params: { by: actor.name } });
  wakeRunner();
}
