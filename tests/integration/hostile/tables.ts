import { join } from "node:path";
import Database from "better-sqlite3";

/** What a refused request may leave, and why. */
const leftByRefusals: Readonly<Record<string, string>> = {
  AuditEvent: "a refused login or password is recorded",
  LoginThrottle: "a wrong password counts, and old counts are forgotten at the next try",
  Session: "the session of the request is prolonged",
};
/** The end of the audit log, which grows with it. */
const auditHead = "audit.head";

/**
 * Counts the rows that are written, also with what they held before, in all tables but those above. Triggers count, so
 * what a transaction takes back is not counted.
 */
export function countWrites(folder: string) {
  const file = new Database(join(folder, "pullpath.db"));
  const names = file
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all()
    .flatMap(({ name }) => (name in leftByRefusals || name.startsWith("sqlite_") ? [] : [name]));
  file.exec('CREATE TABLE "Written" (rows INTEGER); INSERT INTO "Written" VALUES (0)');
  for (const name of names)
    for (const change of ["INSERT", "UPDATE", "DELETE"]) {
      const row = change === "DELETE" ? "OLD" : "NEW";
      const counted = name === "Setting" ? `WHEN ${row}.key <> '${auditHead}'` : "";
      file.exec(
        `CREATE TRIGGER "count_${change}_${name}" AFTER ${change} ON "${name}" ${counted}
         BEGIN UPDATE "Written" SET rows = rows + 1; END`,
      );
    }
  const count = file.prepare<[], { rows: number }>('SELECT rows FROM "Written"');
  return { names, rows: () => count.get()?.rows, close: () => file.close() };
}
