import "server-only";
import { byName } from "@/lib/domain/named";
import type { HostAuthorityView } from "@/lib/domain/nodes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

export async function listHostAuthorities(actor: Actor): Promise<HostAuthorityView[]> {
  authorize(actor, "read");
  const rows = await db().hostAuthority.findMany({
    include: { hostKeys: { select: { node: { select: { id: true, name: true } } } } },
    orderBy: { nameKey: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    algorithm: row.algorithm,
    publicKey: row.publicKey,
    fingerprint: row.fingerprint,
    patterns: row.patterns,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    nodes: row.hostKeys.map(({ node }) => node).sort(byName),
  }));
}

export async function hasHostAuthorities(actor: Actor): Promise<boolean> {
  authorize(actor, "read");
  return (await db().hostAuthority.count()) > 0;
}
