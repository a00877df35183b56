import type { AuditFact } from "./views";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function toText(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => toText(item)).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The facts of an event, one a line: what stands in another has the names of both, such as `before.until`. */
export const toFacts = (detail: unknown, prefix = ""): AuditFact[] =>
  isRecord(detail)
    ? Object.entries(detail).flatMap(([name, value]) =>
        isRecord(value)
          ? toFacts(value, `${prefix}${name}.`)
          : [{ name: prefix + name, value: toText(value) }],
      )
    : [];
