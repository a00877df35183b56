import "server-only";
import { inParallel } from "@/lib/domain/in-parallel";
import { type Fault, goodOutcomes, type Outcome, type PushStatus } from "@/lib/domain/pushes/outcomes";
import { db } from "@/lib/server/db/client";
import type { PushTaskRow } from "@/lib/server/db/rows";
import { appendEvent } from "./events";
import { openNodeRecord } from "./node-record";
import { listTasks } from "./tasks";

/** So many are written at the same time. */
const atOnce = 100;

const isStopRequested = async (pushId: string) =>
  (await db().push.findUniqueOrThrow({ where: { id: pushId } })).stopRequestedAt !== null;

/** Ends open nodes without asking them, each with the outcome that `outcomeOf` names. */
export async function endNodes(
  rows: readonly PushTaskRow[],
  code: Fault,
  outcomeOf: (row: PushTaskRow) => Outcome,
): Promise<void> {
  const open = rows.filter(({ outcome }) => outcome === null);
  await inParallel(open, atOnce, (row) =>
    openNodeRecord(row.pushId, row.id).end({
      outcome: outcomeOf(row),
      fault: { code, params: {} },
      evidence: {},
    }),
  );
}

/** Ends a push none of whose nodes is open. */
export async function finishPush(pushId: string): Promise<void> {
  const fine = [...goodOutcomes, "skipped"];
  const OR = [{ outcome: null }, { outcome: { notIn: fine } }];
  const bad = (await db().pushNode.count({ where: { pushId, OR } })) > 0;
  const stopped = await isStopRequested(pushId);
  const status: PushStatus = stopped && bad ? "stopped" : bad ? "failed" : "succeeded";
  await db().push.update({ where: { id: pushId }, data: { status, finishedAt: new Date() } });
  await appendEvent({ pushId, code: "push-ended", params: { status } });
}

/** Secrets that cannot be opened end every open node at once: nothing was sent anywhere. */
export async function failPush(pushId: string): Promise<void> {
  await endNodes(await listTasks(pushId), "secret-unavailable", () => "failed");
  await finishPush(pushId);
}

/** Gives a push up that cannot be run: nodes in the queue were not reached, the others end without being asked again. */
export async function abandonPush(pushId: string): Promise<void> {
  const outcomeOf = ({ phase }: PushTaskRow) => (phase === "queued" ? "not-reached" : "failed");
  await endNodes(await listTasks(pushId), "interrupted", outcomeOf);
  await finishPush(pushId);
}
