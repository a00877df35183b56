import { type AuditFamily, type AuditResult, auditFamilyNames, auditResults } from "./actions";

/** What the address of the page leaves in; what is not given leaves all. Days are those of UTC, and both belong to it. */
export type AuditFilter = {
  /** A part of the name of who acted. */
  actor?: string;
  action?: AuditFamily;
  /** A part of the name of what it was done to, or its whole id. */
  target?: string;
  result?: AuditResult;
  from?: string;
  to?: string;
};

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const mostLetters = 200;

function text(value: Query[string]): string | undefined {
  const trimmed = typeof value === "string" ? value.trim().slice(0, mostLetters) : "";
  return trimmed === "" ? undefined : trimmed;
}

/** A day that there is, such as `2026-11-30`. */
function day(value: Query[string]): string | undefined {
  if (typeof value !== "string" || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
  const at = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value ? undefined : value;
}

/** What cannot be read is left out, as a link from elsewhere may say anything. */
export function readAuditFilter(query: Query): AuditFilter {
  const read = {
    actor: text(query["actor"]),
    action: auditFamilyNames.find((family) => family === query["action"]),
    target: text(query["target"]),
    result: auditResults.find((result) => result === query["result"]),
    from: day(query["from"]),
    to: day(query["to"]),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)) as AuditFilter;
}

/** Whether the days end before they begin, so that no event can fit. */
export const isBackwards = ({ from, to }: Pick<AuditFilter, "from" | "to">): boolean =>
  from !== undefined && to !== undefined && from > to;

/** The id of the event before which a page begins. */
export function readCursor(value: Query[string]): number | undefined {
  const cursor = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : 0;
  return cursor > 0 ? cursor : undefined;
}

const dayMs = 24 * 60 * 60 * 1000;

/** The time that the days span, its end not included. */
export const timeSpan = ({ from, to }: AuditFilter): { gte?: Date; lt?: Date } => ({
  ...(from && { gte: new Date(`${from}T00:00:00Z`) }),
  ...(to && { lt: new Date(Date.parse(`${to}T00:00:00Z`) + dayMs) }),
});
