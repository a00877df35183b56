import "server-only";
import type { SshCredentialView } from "@/lib/domain/nodes/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { toSshCredentialView } from "./views";

export async function listSshCredentials(actor: Actor): Promise<SshCredentialView[]> {
  authorize(actor, "read");
  const rows = await db().sshCredential.findMany({
    include: {
      nodes: { select: { id: true, name: true }, orderBy: { name: "asc" } },
      replacement: true,
    },
    orderBy: { nameKey: "asc" },
  });
  return rows.map(toSshCredentialView);
}
