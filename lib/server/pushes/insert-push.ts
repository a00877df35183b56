import "server-only";
import type { Actor } from "@/lib/server/auth/actor";
import type { FrozenVersion } from "@/lib/server/configurations/render-with-secrets";
import type { Tx } from "@/lib/server/db/client";
import type { StartedPush } from "./once";

type PushedNode = {
  nodeId: string | null;
  nodeName: string;
  address: string;
  role: string | null;
  clusterId: string | null;
  position: number;
  reviewedDigest: string | null;
  wantedDigest: string | null;
};

type NewPush = {
  groupId: string | null;
  groupName: string;
  configurationId: string;
  revisionId: string;
  /** JSON of the chosen strategy. */
  options: string;
  idempotencyKey: string;
  retryOfId?: string;
  rollbackOfId?: string | null;
  nodes: PushedNode[];
  secrets: FrozenVersion[];
};

/** Queues a push. Two at once collide on the number, and one of them is refused, never both written. */
export async function insertPush(
  tx: Tx,
  { nodes, secrets, ...columns }: NewPush,
  actor: Actor,
): Promise<StartedPush> {
  const { _max } = await tx.push.aggregate({ _max: { number: true } });
  return tx.push.create({
    data: {
      ...columns,
      number: (_max.number ?? 0) + 1,
      status: "queued",
      startedById: actor.userId,
      startedByName: actor.name,
      nodes: { create: nodes },
      secrets: { create: secrets },
      events: { create: { code: "push-queued" } },
    },
    select: { id: true, number: true },
  });
}
