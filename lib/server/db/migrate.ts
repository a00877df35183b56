import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";

type Migration = { name: string; sql: string; checksum: string };
type Applied = { name: string; checksum: string; finished: number | null; rolledBack: number | null };

// The table of Prisma's own engine (prisma-engines 0edf323, sql-migration-connector), so that its tools read our history.
const historyTable = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`;
const readHistory = `SELECT migration_name AS name, checksum, finished_at AS finished, rolled_back_at AS rolledBack
  FROM "_prisma_migrations"`;
const addHistory = `INSERT INTO "_prisma_migrations"
  (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)`;

export const migrationsFolder = () => join(process.cwd(), "prisma", "sqlite", "migrations");

export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }))
    .map((migration) => ({
      ...migration,
      checksum: createHash("sha256").update(migration.sql).digest("hex"),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The migrations still to run. Refuses a history that does not fit them: going on could damage the data. */
function pendingMigrations(migrations: Migration[], history: Applied[]): Migration[] {
  const standing = history.filter((row) => row.rolledBack === null);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of standing) {
    if (row.finished === null)
      throw new Error(`Migration ${row.name} failed half-way in this database. Restore a backup of it.`);
    const migration = known.get(row.name);
    if (!migration)
      throw new Error(
        `This database was used by a newer version of Pullpath (it has ${row.name}). Start that one.`,
      );
    if (migration.checksum !== row.checksum)
      throw new Error(
        `Migration ${row.name} was edited after it ran. Restore its file and add a new migration.`,
      );
  }
  const done = new Set(standing.map((row) => row.name));
  return migrations.filter((migration) => !done.has(migration.name));
}

function applyPending(database: Database.Database, migrations: Migration[]): string[] {
  database.exec(historyTable);
  const pending = pendingMigrations(migrations, database.prepare<[], Applied>(readHistory).all());
  for (const { name, sql, checksum } of pending) {
    const started = Date.now();
    try {
      database.exec(sql);
    } catch (cause) {
      throw new Error(`Migration ${name} failed and nothing of it was kept.`, { cause });
    }
    database.prepare(addHistory).run(randomUUID(), checksum, name, started, Date.now());
  }
  const broken = database.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0)
    throw new Error(
      `Migrations would leave ${broken.length} rows without their parent. Nothing was changed.`,
    );
  return pending.map((migration) => migration.name);
}

const mostTries = 100;

/**
 * SQLite does not wait for other processes when it changes the journal mode. So after a refusal this waits for the
 * lock, which it does wait for, and tries again; whoever comes later finds the mode changed.
 */
function enableWriteAheadLog(database: Database.Database): void {
  for (let tries = 1; ; tries += 1) {
    try {
      database.pragma("journal_mode = WAL");
      return;
    } catch (error) {
      const isBusy = error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
      if (!isBusy || tries === mostTries) throw error;
    }
    database.exec("BEGIN EXCLUSIVE; COMMIT");
  }
}

/**
 * Brings a database file up to date and returns the names of what ran. One write transaction spans the run, so of
 * several processes one works and the others find nothing to do. Foreign keys are off from before it begins: SQLite
 * ignores the switch inside a transaction, and a migration that rebuilds a table would then delete its children.
 */
export function migrate(databaseFile: string, folder = migrationsFolder()): string[] {
  const database = new Database(databaseFile, { timeout: 60_000 });
  try {
    enableWriteAheadLog(database);
    database.pragma("foreign_keys = OFF");
    database.exec("BEGIN IMMEDIATE");
    const names = applyPending(database, readMigrations(folder));
    database.exec("COMMIT");
    return names;
  } finally {
    if (database.inTransaction) database.exec("ROLLBACK");
    database.close();
  }
}
