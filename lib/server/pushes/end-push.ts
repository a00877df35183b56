import "server-only";
import { type Fault, goodOutcomes, type Outcome, type PushStatus } from "@/lib/domain/pushes/outcomes";
import { db } from "@/lib/server/db/client";
import type { PushNodeRow } from "@/lib/server/db/rows";
import { appendEvent } from "./events";
import { openNodeRecord } from "./node-record";

export const listRows = (pushId: string) =>
  db().pushNode.findMany({ where: { pushId }, orderBy: { position: "asc" } });

const isStopRequested = async (pushId: string) =>
  (await db().push.findUniqueOrThrow({ where: { id: pushId } })).stopRequestedAt !== null;

/** Ends open nodes without asking them, each with the outcome that `outcomeOf` names; null leaves one open. */
export async function endNodes(
  pushId: string,
  code: Fault,
  outcomeOf: (row: PushNodeRow) => Outcome | null,
): Promise<void> {
  for (const row of await listRows(pushId)) {
    const outcome = row.outcome === null ? outcomeOf(row) : null;
    if (outcome !== null)
      await openNodeRecord(pushId, row.id).end({ outcome, fault: { code, params: {} }, evidence: {} });
  }
}

/** Ends a push none of whose nodes is open. */
export async function finishPush(pushId: string): Promise<void> {
  const rows = await listRows(pushId);
  const stopped = await isStopRequested(pushId);
  const bad = rows.some(({ outcome }) => ![...goodOutcomes, "skipped"].some((good) => good === outcome));
  const status: PushStatus = stopped && bad ? "stopped" : bad ? "failed" : "succeeded";
  await db().push.update({ where: { id: pushId }, data: { status, finishedAt: new Date() } });
  await appendEvent({ pushId, code: "push-ended", params: { status } });
}

/** Secrets that cannot be opened end every open node at once: nothing was sent anywhere. */
export async function failPush(pushId: string): Promise<void> {
  await endNodes(pushId, "secret-unavailable", () => "failed");
  await finishPush(pushId);
}

/** Gives a push up that cannot be run: nodes in the queue were not reached, the others end without being asked again. */
export async function abandonPush(pushId: string): Promise<void> {
  await endNodes(pushId, "interrupted", ({ phase }) => (phase === "queued" ? "not-reached" : "failed"));
  await finishPush(pushId);
}
