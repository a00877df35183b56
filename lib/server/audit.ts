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

/** For what Pullpath does by itself, whoever set it off. */
export const ourselves: Author = { userId: null, name: "Pullpath", address: null, requestId: "" };

function toRow(actor: Author, { action, target, result = "ok", detail }: AuditEntry) {
  return {
    actorId: actor.userId,
    actorName: actor.name,
    address: actor.address,
    action,
    result,
    targetType: target?.type ?? null,
    targetId: target?.id ?? null,
    targetName: target?.name ?? null,
    detail: detail ? JSON.stringify(redact(detail)) : null,
  };
}

/** Adds lines to the audit log, in the transaction of what they tell about. */
export async function recordAudits(
  tx: Db | Tx,
  actor: Author,
  entries: readonly AuditEntry[],
): Promise<void> {
  const rows = entries.map((entry) => toRow(actor, entry));
  await tx.auditEvent.createMany({ data: rows });
  for (const { action, result, actorId, targetType, targetId } of rows)
    log.info("audit", {
      action,
      result,
      actorId,
      targetType: targetType ?? undefined,
      targetId: targetId ?? undefined,
    });
}

/** Adds a line to the audit log, in the transaction of what it tells about. */
export const recordAudit = (tx: Db | Tx, actor: Author, entry: AuditEntry): Promise<void> =>
  recordAudits(tx, actor, [entry]);
