import "server-only";
import { db } from "@/lib/server/db/client";

export type HoldingPush = { id: string; number: number };

/** The push that a node of a push belongs to. */
export async function findPushOf(pushNodeId: string): Promise<HoldingPush | null> {
  const row = await db().pushNode.findUnique({
    where: { id: pushNodeId },
    select: { push: { select: { id: true, number: true } } },
  });
  return row?.push ?? null;
}

/** The push that holds a lease now. A lease is taken for a node of a push, whose id ends the name of its holder. */
export async function findHolder(lease: string): Promise<HoldingPush | null> {
  const row = await db().lease.findUnique({ where: { name: lease }, select: { holder: true } });
  const purpose = row?.holder.split("/").at(-1);
  return purpose ? findPushOf(purpose) : null;
}

/** How an event or a fault names another push. */
export const pushParams = (push: HoldingPush | null): Record<string, string> =>
  push === null ? {} : { push: push.id, number: String(push.number) };
