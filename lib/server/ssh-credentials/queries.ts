import "server-only";
import type { SshCredentialView } from "@/lib/domain/nodes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

export async function listSshCredentials(actor: Actor): Promise<SshCredentialView[]> {
  authorize(actor, "read");
  const rows = await db().sshCredential.findMany({
    include: { nodes: { select: { id: true, name: true }, orderBy: { name: "asc" } } },
    orderBy: { nameKey: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind === "password" ? "password" : "key",
    username: row.username,
    publicKey: row.publicKey,
    fingerprint: row.fingerprint,
    createdAt: row.createdAt.toISOString(),
    createdByName: row.createdByName,
    nodes: row.nodes,
  }));
}
