import "server-only";
import type { PushHeader } from "@/lib/domain/pushes/views";
import { db } from "@/lib/server/db/client";
import { appendEvent } from "./events";

/** Keeps why a push stands still, and tells it once: who watches sees it, and a restart of the server changes nothing. */
export async function keepGate(
  push: { id: string; gate: string | null },
  gate: PushHeader["gate"],
): Promise<void> {
  if (push.gate === gate) return;
  // Only from the state it was decided on: a process that lost the push meanwhile must not close a gate anew.
  const { count } = await db().push.updateMany({ where: { id: push.id, gate: push.gate }, data: { gate } });
  if (gate !== null && count === 1) await appendEvent({ pushId: push.id, code: `held-${gate}` });
}
