import "server-only";
import { AppError } from "@/lib/domain/errors";
import { byName, type Named } from "@/lib/domain/named";
import type { NodeView } from "@/lib/domain/nodes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { turns } from "@/lib/server/jobs/turns";
import { toNodeView } from "./views";

const selection = {
  include: {
    hostKey: { include: { authority: { select: { id: true, name: true } } } },
    facts: true,
    group: { select: { id: true, name: true } },
    jump: { select: { id: true, name: true } },
    cluster: { select: { id: true, name: true } },
    sshCredential: { select: { id: true, name: true } },
  },
} as const;

/** So many rows at once keep nobody else waiting. */
const pageSize = 100;

/** Every node, sorted so that edge-2 stands before edge-10. */
export async function listNodes(actor: Actor): Promise<NodeView[]> {
  authorize(actor, "read");
  const rows = await db().node.findMany(selection);
  return rows.map(toNodeView).sort(byName);
}

export async function listGroupNodes(actor: Actor, groupId: string): Promise<NodeView[]> {
  authorize(actor, "read");
  const nodes: NodeView[] = [];
  const turn = turns();
  for (let after = ""; ; after = nodes.at(-1)?.id ?? "") {
    await turn();
    const where = { groupId, id: { gt: after } };
    const page = await db().node.findMany({ ...selection, where, orderBy: { id: "asc" }, take: pageSize });
    nodes.push(...page.map(toNodeView));
    if (page.length < pageSize) return nodes.sort(byName);
  }
}

export async function getNode(actor: Actor, id: string): Promise<NodeView> {
  authorize(actor, "read");
  const row = await db().node.findUnique({ ...selection, where: { id } });
  if (!row) throw new AppError("not-found", "nodeNotFound");
  return toNodeView(row);
}

/** Other nodes whose trusted host key is the same: see `sameKeyIn` for what that means. */
export async function listSameKey(actor: Actor, { id, hostKey }: NodeView): Promise<Named[]> {
  authorize(actor, "read");
  if (hostKey === null) return [];
  const rows = await db().node.findMany({
    where: { id: { not: id }, hostKey: { fingerprint: hostKey.fingerprint } },
    select: { id: true, name: true },
  });
  return rows.sort(byName);
}

/** Nodes that a node may be reached through: not itself, nor one whose own way leads through it. */
export async function listJumpChoices(actor: Actor, nodeId?: string): Promise<Named[]> {
  authorize(actor, "read");
  const rows = await db().node.findMany({ select: { id: true, name: true, jumpId: true } });
  const jumpOf = new Map(rows.map(({ id, jumpId }) => [id, jumpId]));
  const isBehind = (id: string) => {
    const seen = new Set<string>();
    for (let at: string | null = id; at !== null && !seen.has(at); at = jumpOf.get(at) ?? null) {
      if (at === nodeId) return true;
      seen.add(at);
    }
    return false;
  };
  return rows
    .filter(({ id }) => !isBehind(id))
    .map(({ id, name }) => ({ id, name }))
    .sort(byName);
}
