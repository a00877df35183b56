import "server-only";
import { AppError } from "@/lib/domain/errors";
import { byName } from "@/lib/domain/named";
import type { NodeView } from "@/lib/domain/nodes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { toNodeView } from "./views";

const selection = {
  include: {
    hostKey: true,
    facts: true,
    group: { select: { id: true, name: true } },
    cluster: { select: { id: true, name: true } },
    sshCredential: { select: { id: true, name: true } },
  },
} as const;

/** Every node, sorted so that edge-2 stands before edge-10. */
export async function listNodes(actor: Actor): Promise<NodeView[]> {
  authorize(actor, "read");
  const rows = await db().node.findMany(selection);
  return rows.map(toNodeView).sort(byName);
}

export async function listGroupNodes(actor: Actor, groupId: string): Promise<NodeView[]> {
  authorize(actor, "read");
  const rows = await db().node.findMany({ ...selection, where: { groupId } });
  return rows.map(toNodeView).sort(byName);
}

export async function getNode(actor: Actor, id: string): Promise<NodeView> {
  authorize(actor, "read");
  const row = await db().node.findUnique({ ...selection, where: { id } });
  if (!row) throw new AppError("not-found", "nodeNotFound");
  return toNodeView(row);
}
