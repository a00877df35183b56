import "server-only";
import type { AuditAction, AuditResult } from "@/lib/domain/audit/actions";
import { appendEvents, type NewEvent } from "./audit-trail/chain";
import type { Actor } from "./auth/actor";
import { type Db, db, type Tx } from "./db/client";
import { log } from "./log";
import { redact } from "./redact";

export type AuditEntry = {
  /** What was done, such as `configuration.created`. */
  action: AuditAction;
  target?: { type: string; id: string; name: string };
  result?: AuditResult;
  /** Facts without secrets; what looks like one is removed all the same. */
  detail?: Record<string, unknown>;
};

type Author = Pick<Actor, "name" | "address" | "requestId"> & {
  userId: string | null;
  token?: { id: string } | null;
};

/** For what Pullpath does by itself, whoever set it off. */
export const ourselves: Author = { userId: null, name: "Pullpath", address: null, requestId: "" };

/** As it comes back from the database, which keeps no half of a pair: a digest over anything else would never fit again. */
const whole = (text: string | null): string | null => text?.replace(/\p{Surrogate}/gu, "\ufffd") ?? null;

/** What an event tells besides. `via` is the id of the token that acted; people may give its name to another later. */
function detailOf({ token }: Author, { detail }: AuditEntry): string | null {
  if (!detail && !token) return null;
  return JSON.stringify(redact({ ...detail, ...(token && { via: token.id }) }));
}

function toEvent(actor: Author, entry: AuditEntry): NewEvent {
  const { action, target, result = "ok" } = entry;
  return {
    actorId: actor.userId,
    actorName: whole(actor.name) ?? "",
    address: whole(actor.address),
    action,
    result,
    targetType: target?.type ?? null,
    targetId: whole(target?.id ?? null),
    targetName: whole(target?.name ?? null),
    detail: detailOf(actor, entry),
  };
}

/**
 * Adds lines to the audit log, in the transaction of what they tell about; where there is none they take one of their
 * own. What is logged of them is a second record, outside of the database, to hold the first one against. It is logged
 * before the transaction ends: of lines with one id the last one counts.
 */
export async function recordAudits(
  tx: Db | Tx,
  actor: Author,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const events = entries.map((entry) => toEvent(actor, entry));
  const stored =
    tx === db()
      ? await db().$transaction((own) => appendEvents(own, events))
      : await appendEvents(tx, events);
  for (const { id, digest, action, result, actorId, targetType, targetId } of stored)
    log.info("audit", {
      id,
      digest,
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
