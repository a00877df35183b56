import "server-only";
import { recordAudit } from "@/lib/server/audit";
import type { Actor } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import type { OpenTarget } from "./open-target";

/** Each use of a stored secret is written down before it happens: what for, and which host gets it. */
export async function recordUses(
  actor: Actor,
  { used }: OpenTarget,
  detail: { for: "registry-test" | "harbor"; host: string },
): Promise<void> {
  for (const { type, id, name } of used) {
    await recordAudit(db(), actor, { action: `${type}.used`, target: { type, id, name }, detail });
  }
}
