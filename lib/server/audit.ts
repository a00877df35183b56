import "server-only";
import type { Actor } from "./auth/actor";
import type { Db, Tx } from "./db/client";
import { log } from "./log";
import { redact } from "./redact";

type AuditResult = "ok" | "refused" | "failed";

export type AuditEntry = {
  /** What was done, such as `configuration.created`. */
  action: string;
  target?: { type: string; id: string; name: string };
  result?: AuditResult;
  /** Facts without secrets; what looks like one is removed all the same. */
  detail?: Record<string, unknown>;
};

type Author = Pick<Actor, "name" | "address" | "requestId"> & { userId: string | null };

/** Adds a line to the audit log, in the transaction of what it tells about. */
export async function recordAudit(tx: Db | Tx, actor: Author, entry: AuditEntry): Promise<void> {
  const { action, target, result = "ok", detail } = entry;
  await tx.auditEvent.create({
    data: {
      actorId: actor.userId,
      actorName: actor.name,
      address: actor.address,
      action,
      result,
      targetType: target?.type ?? null,
      targetId: target?.id ?? null,
      targetName: target?.name ?? null,
      detail: detail ? JSON.stringify(redact(detail)) : null,
    },
  });
  log.info("audit", {
    action,
    result,
    actorId: actor.userId,
    targetType: target?.type,
    targetId: target?.id,
  });
}
