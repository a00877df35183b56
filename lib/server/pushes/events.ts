import "server-only";
import { EventEmitter } from "node:events";
import type { Phase } from "@/lib/domain/pushes/outcomes";
import type { PushEventView } from "@/lib/domain/pushes/views";
import type { NodeColumns } from "@/lib/server/db/bulk";
import { db } from "@/lib/server/db/client";
import { singleton } from "@/lib/server/singleton";
import { hand } from "./scribe";
import { toEventView } from "./views";

type Appended = {
  pushId: string;
  pushNodeId?: string;
  phase?: Phase;
  code: string;
  params?: Record<string, string>;
};

const bus = () => singleton("push-bus", () => new EventEmitter().setMaxListeners(0));

/**
 * Adds a line to the record of a push, with `columns` of its node where they change with it, and wakes whoever watches
 * the push. `params` must hold no secret.
 */
export async function appendEvent(event: Appended, columns: NodeColumns = {}): Promise<void> {
  const { pushId, pushNodeId, phase, code, params } = event;
  await hand({
    line: {
      pushId,
      pushNodeId: pushNodeId ?? null,
      at: new Date(),
      phase: phase ?? null,
      code,
      params: params ? JSON.stringify(params) : null,
    },
    ...(pushNodeId !== undefined &&
      Object.keys(columns).length > 0 && { node: { id: pushNodeId, set: columns } }),
  });
  bus().emit(pushId);
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
