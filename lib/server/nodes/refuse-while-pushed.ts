import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Tx } from "@/lib/server/db/client";
import { listReachedThrough } from "./jump";

type Reason = "nodeInPush" | "hostAuthorityInPush" | "sshCredentialInPush";

/** Nodes in a running push, or on the way to one, stay as reachable as they are until that ends. */
export async function refuseWhilePushed(tx: Tx, nodeIds: readonly string[], reason: Reason): Promise<void> {
  const busy = await tx.pushNode.findFirst({
    where: {
      nodeId: { in: await listReachedThrough(tx, nodeIds) },
      outcome: null,
      push: { status: { in: ["queued", "running"] } },
    },
    include: { push: { select: { number: true } } },
  });
  if (busy) throw new AppError("busy", reason, { params: { number: busy.push.number } });
}
