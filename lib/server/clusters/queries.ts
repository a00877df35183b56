import "server-only";
import type { ClusterView } from "@/lib/domain/nodes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

export async function listClusters(actor: Actor): Promise<ClusterView[]> {
  authorize(actor, "read");
  const rows = await db().cluster.findMany({
    include: { nodes: { select: { id: true, name: true } } },
    orderBy: { createdAt: "asc" },
  });
  return rows.map(({ id, name, serverCa, nodes }) => ({ id, name, serverCa, nodes }));
}
