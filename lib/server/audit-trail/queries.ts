import "server-only";
import { actionsOf, auditResults } from "@/lib/domain/audit/actions";
import { toFacts } from "@/lib/domain/audit/facts";
import { type AuditFilter, timeSpan } from "@/lib/domain/audit/filter";
import type { AuditPage, AuditTarget } from "@/lib/domain/audit/views";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import type { AuditEventRow } from "@/lib/server/db/rows";
import { redact } from "@/lib/server/redact";
import { findTargets } from "./targets";

const pageSize = 50;

/** The condition that a filter is; ids are in the order of time, so pages go by them. */
export function whereOf(filter: AuditFilter, before?: number) {
  const { actor, action, target, result } = filter;
  return {
    at: timeSpan(filter),
    ...(before !== undefined && { id: { lt: before } }),
    ...(actor !== undefined && { actorName: { contains: actor } }),
    ...(action !== undefined && { action: { in: actionsOf(action) } }),
    ...(result !== undefined && { result }),
    ...(target !== undefined && { OR: [{ targetId: target }, { targetName: { contains: target } }] }),
  };
}

/** What an event tells besides. Nothing secret was written, and what looks like it is taken out once more. */
export function readDetail(detail: string | null): unknown {
  if (detail === null) return null;
  try {
    return redact(JSON.parse(detail));
  } catch {
    // Somebody else wrote it; verifying the log tells so.
    return { detail: redact(detail) };
  }
}

const targetOf = ({ targetType, targetId, targetName }: AuditEventRow): AuditTarget | null =>
  targetType === null || targetId === null
    ? null
    : { type: targetType, id: targetId, name: targetName ?? targetId };

/** One page of the audit log, newest first. */
export async function listAudit(
  actor: Actor,
  { before, ...filter }: AuditFilter & { before?: number | undefined },
): Promise<AuditPage> {
  authorize(actor, "audit:read");
  const rows = await db().auditEvent.findMany({
    where: whereOf(filter, before),
    orderBy: { id: "desc" },
    take: pageSize + 1,
  });
  const shown = rows.slice(0, pageSize);
  const hrefOf = await findTargets(shown.flatMap((row) => targetOf(row) ?? []));
  const events = shown.map((row) => {
    const target = targetOf(row);
    const { id, at, actorName, address, action, digest } = row;
    return {
      ...{ id, actorName, address, action, digest },
      at: at.toISOString(),
      result: auditResults.find((each) => each === row.result) ?? "failed",
      target: target && { ...target, href: hrefOf(target) },
      facts: toFacts(readDetail(row.detail)),
    };
  });
  return { events, older: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null };
}
