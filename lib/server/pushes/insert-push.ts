import "server-only";
import type { Actor } from "@/lib/server/auth/actor";
import type { FrozenVersion } from "@/lib/server/configurations/render-with-secrets";
import { insertPushNodes, type NewPushNode } from "@/lib/server/db/bulk";
import type { Tx } from "@/lib/server/db/client";
import type { StartedPush } from "./once";

type NewPush = {
  groupId: string | null;
  groupName: string;
  configurationId: string;
  revisionId: string;
  /** JSON of the chosen strategy. */
  options: string;
  dryRun?: boolean;
  idempotencyKey: string;
  retryOfId?: string;
  rollbackOfId?: string | null;
  nodes: NewPushNode[];
  secrets: FrozenVersion[];
};

/** Queues a push. Two at once collide on the number, and one of them is refused, never both written. */
export async function insertPush(
  tx: Tx,
  { nodes, secrets, ...columns }: NewPush,
  actor: Actor,
): Promise<StartedPush> {
  const { _max } = await tx.push.aggregate({ _max: { number: true } });
  const push = await tx.push.create({
    data: {
      ...columns,
      number: (_max.number ?? 0) + 1,
      status: "queued",
      startedById: actor.userId,
      startedByName: actor.name,
      secrets: { create: secrets },
      events: { create: { code: "push-queued" } },
    },
    select: { id: true, number: true },
  });
  await insertPushNodes(tx, push.id, nodes);
  return push;
}
