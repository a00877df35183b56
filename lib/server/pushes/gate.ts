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
  await db().push.update({ where: { id: push.id }, data: { gate } });
  if (gate !== null) await appendEvent({ pushId: push.id, code: `held-${gate}` });
}
