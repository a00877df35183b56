import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { NodeView } from "@/lib/domain/nodes/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { lookAtNode } from "./look-at-node";
import { getNode } from "./queries";

/** "Test connection": one look at the node; the answer is the node with what the look told, or with its fault. */
export async function testNode(id: string, actor: Actor): Promise<NodeView> {
  authorize(actor, "nodes:write");
  authorize(actor, "read");
  const node = await db().node.findUnique({ where: { id } });
  if (!node) throw new AppError("not-found", "nodeNotFound");
  const look = await lookAtNode(id);
  await recordAudit(db(), actor, {
    action: "node.tested",
    target: { type: "node", id, name: node.name },
    result: look.ok ? "ok" : "failed",
    ...(look.ok ? {} : { detail: { fault: look.fault.code } }),
  });
  return getNode(actor, id);
}
