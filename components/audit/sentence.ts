import { auditActions, triedActions } from "@/lib/domain/audit/actions";
import type { AuditView } from "@/lib/domain/audit/views";

/** The key of the sentence that tells an event; null for what this version does not know. */
export function sentenceOf({ action, result }: Pick<AuditView, "action" | "result">) {
  const tried = result === "refused" ? triedActions.find((each) => each === action) : undefined;
  if (tried) return `tried.${tried}` as const;
  const known = auditActions.find((each) => each === action);
  return known ? (`actions.${known}` as const) : null;
}

/** Of how many nodes an event tells; 0 where it does not say. */
export function countOf({ facts }: Pick<AuditView, "facts">): number {
  const count = Number(facts.find(({ name }) => name === "nodes")?.value ?? 0);
  return Number.isInteger(count) ? count : 0;
}
