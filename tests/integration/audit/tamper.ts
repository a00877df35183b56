import { join } from "node:path";
import Database from "better-sqlite3";

/** Writes into the database file as somebody does who has it, but no master key. */
export function tamper(folder: string, ...statements: string[]): void {
  const file = new Database(join(folder, "pullpath.db"));
  const triggers = file
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) file.exec(`DROP TRIGGER "${name}"`);
  for (const statement of statements) file.exec(statement);
  for (const { sql } of triggers) file.exec(sql);
  file.close();
}
