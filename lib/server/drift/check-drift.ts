import "server-only";
import type { DriftState } from "@/lib/domain/drift/states";
import { inParallel } from "@/lib/domain/in-parallel";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { checkNode } from "./check-node";
import { findReference, type Reference } from "./wanted";

const atOnce = 10;

/** Null: a push is on its way to it, or nothing is wanted of it. */
type Checked = { nodeId: string; state: DriftState | null };

/**
 * Looks at nodes and compares their files with what their groups want. Those that are registered no more are left
 * out. A node that cannot be reached is a state, not an error.
 */
export async function checkDrift(nodeIds: readonly string[], actor: Actor): Promise<Checked[]> {
  authorize(actor, "nodes:write");
  const nodes = await db().node.findMany({ where: { id: { in: [...nodeIds] } } });
  const references = new Map<string, Reference | null>();
  for (const { groupId } of nodes)
    if (groupId !== null && !references.has(groupId)) references.set(groupId, await findReference(groupId));
  const checked = await inParallel(nodes, atOnce, async ({ id, groupId }): Promise<Checked> => {
    const reference = groupId === null ? null : references.get(groupId);
    return { nodeId: id, state: reference ? await checkNode(id, reference) : null };
  });
  const names = nodes.map(({ name }) => name).sort();
  await recordAudit(db(), actor, { action: "drift.checked", detail: { nodes: names.length, names } });
  return checked;
}
