import "server-only";
import { EventEmitter } from "node:events";
import type { Phase } from "@/lib/domain/pushes/outcomes";
import type { PushEventView } from "@/lib/domain/pushes/views";
import { db } from "@/lib/server/db/client";
import { singleton } from "@/lib/server/singleton";
import { toEventView } from "./views";

type Appended = {
  pushId: string;
  pushNodeId?: string;
  phase?: Phase;
  code: string;
  params?: Record<string, string>;
};

const bus = () => singleton("push-bus", () => new EventEmitter().setMaxListeners(0));

/** Adds a line to the record of a push and wakes whoever watches it. `params` must hold no secret. */
export async function appendEvent(event: Appended): Promise<void> {
  await db().pushEvent.create({
    data: {
      pushId: event.pushId,
      pushNodeId: event.pushNodeId ?? null,
      phase: event.phase ?? null,
      code: event.code,
      params: event.params ? JSON.stringify(event.params) : null,
    },
  });
  bus().emit(event.pushId);
}

/** Calls `listener` after each event that this process adds; other processes' events are found by polling. */
export function watchPush(pushId: string, listener: () => void): () => void {
  bus().on(pushId, listener);
  return () => bus().off(pushId, listener);
}

/** Events after the id, oldest first; all of them, or at most `limit`. */
export async function listEvents(pushId: string, after: number, limit?: number): Promise<PushEventView[]> {
  const rows = await db().pushEvent.findMany({
    where: { pushId, id: { gt: after } },
    orderBy: { id: "asc" },
    ...(limit === undefined ? {} : { take: limit }),
  });
  return rows.map(toEventView);
}
