import type { AuditContent } from "./content";

/** An event as it is exported: times are UTC, and `detail` is what was written with it. */
export type ExportedEvent = Omit<AuditContent, "at" | "detail"> & {
  at: string;
  detail: unknown;
  digest: string | null;
};

const columns = Object.keys({
  id: true,
  at: true,
  actorId: true,
  actorName: true,
  action: true,
  targetType: true,
  targetId: true,
  targetName: true,
  result: true,
  address: true,
  detail: true,
  digest: true,
} satisfies Record<keyof ExportedEvent, true>) as (keyof ExportedEvent)[];

/**
 * A cell of a CSV file. Programs for tables run what begins like a formula, also behind a semicolon where they take that
 * for the border of a cell, so each such place gets an apostrophe.
 */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const safe = text.replace(/^(?=[\t\r])|(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠])/g, "'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (cells: readonly unknown[]) => `${cells.map(csvCell).join(",")}\r\n`;

/** How each format begins, and what it makes of an event. */
export const exportLines = {
  csv: {
    head: csvLine(columns),
    line: (event: ExportedEvent) => csvLine(columns.map((name) => event[name])),
  },
  jsonl: { head: "", line: (event: ExportedEvent) => `${JSON.stringify(event)}\n` },
} as const;
