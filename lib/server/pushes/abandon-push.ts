import "server-only";
import { openNodeRecord } from "./node-record";
import { finishPush, listRows } from "./run-push";

/** Gives a push up that cannot be run: nodes in the queue were not reached, the others end without being asked again. */
export async function abandonPush(pushId: string): Promise<void> {
  for (const row of await listRows(pushId))
    if (row.outcome === null)
      await openNodeRecord(pushId, row.id).end({
        outcome: row.phase === "queued" ? "not-reached" : "failed",
        fault: { code: "interrupted", params: {} },
        evidence: {},
      });
  await finishPush(pushId);
}
