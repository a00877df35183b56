import "server-only";
import type { Named } from "@/lib/domain/named";
import { recordAudit } from "@/lib/server/audit";
import type { Actor } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";

/** A secret that a test takes out of the store, or from the node that asks: there `path` is where the key is. */
export type UsedSecret = Named & ({ type: "credential" | "certificate" } | { type: "node"; path: string });

const actions = {
  credential: "credential.used",
  certificate: "certificate.used",
  node: "node.key-used",
} as const;

/** Each use of a secret is written down before it happens, with what for, whom it is shown to and by which node. */
export async function recordUses(
  actor: Actor,
  used: readonly UsedSecret[],
  at: { for: "registry-test" | "harbor"; host: string; node: Named | null },
): Promise<void> {
  const node = at.node ? { node: at.node.name } : {};
  for (const secret of used) {
    const { type, id, name } = secret;
    const path = secret.type === "node" ? { path: secret.path } : {};
    await recordAudit(db(), actor, {
      action: actions[type],
      target: { type, id, name },
      detail: { for: at.for, host: at.host, ...node, ...path },
    });
  }
}
