import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate, migrationsFolder, readMigrations } from "@/lib/server/db/migrate";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pullpath-migrate-"));
  file = join(folder, "test.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

function add(name: string, sql: string): string {
  const migrations = join(folder, "migrations");
  mkdirSync(join(migrations, name), { recursive: true });
  writeFileSync(join(migrations, name, "migration.sql"), sql);
  return migrations;
}

function query<Row>(sql: string): Row[] {
  const database = new Database(file);
  const rows = database.prepare<[], Row>(sql).all();
  database.close();
  return rows;
}

const parentAndChild = `
  CREATE TABLE "Host" ("id" TEXT PRIMARY KEY, "name" TEXT);
  CREATE TABLE "Job" ("id" TEXT PRIMARY KEY, "hostId" TEXT NOT NULL REFERENCES "Host" ("id") ON DELETE CASCADE);
  INSERT INTO "Host" VALUES ('h', 'one'); INSERT INTO "Job" VALUES ('j', 'h');`;

// The shape in which Prisma changes a column on SQLite.
const redefineHost = `
  PRAGMA defer_foreign_keys=ON;
  PRAGMA foreign_keys=OFF;
  CREATE TABLE "new_Host" ("id" TEXT PRIMARY KEY, "name" TEXT NOT NULL DEFAULT '');
  INSERT INTO "new_Host" SELECT "id", "name" FROM "Host";
  DROP TABLE "Host";
  ALTER TABLE "new_Host" RENAME TO "Host";
  PRAGMA foreign_keys=ON;
  PRAGMA defer_foreign_keys=OFF;`;

describe("migrate", () => {
  it("brings an empty file up to date and finds nothing to do the second time", () => {
    const all = readMigrations(migrationsFolder()).map(({ name }) => name);
    expect(all.length).toBeGreaterThan(0);
    expect(migrate(file)).toEqual(all);
    expect(migrate(file)).toEqual([]);
    expect(query<{ journal_mode: string }>("PRAGMA journal_mode")[0]?.journal_mode).toBe("wal");
  });

  it("keeps the history in the form of Prisma's own engine", () => {
    migrate(file, add("1_create_hosts", parentAndChild));
    const [row] = query<Record<string, unknown>>('SELECT * FROM "_prisma_migrations"');
    expect(row).toMatchObject({
      migration_name: "1_create_hosts",
      applied_steps_count: 1,
      rolled_back_at: null,
    });
    expect(row?.["checksum"]).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.["finished_at"]).toEqual(expect.any(Number));
  });

  it("keeps the children of a table that a migration rebuilds", () => {
    migrate(file, add("1_create_hosts", parentAndChild));
    migrate(file, add("2_change_hosts", redefineHost));
    expect(query('SELECT * FROM "Job"')).toEqual([{ id: "j", hostId: "h" }]);
  });

  it("changes nothing when rows would lose their parent", () => {
    migrate(file, add("1_create_hosts", parentAndChild));
    const folderWithLoss = add("2_delete_hosts", 'DELETE FROM "Host";');
    expect(() => migrate(file, folderWithLoss)).toThrow(/1 rows without their parent/);
    expect(query('SELECT * FROM "Host"')).toHaveLength(1);
  });

  it("keeps nothing of a run in which one migration fails", () => {
    add("1_create_hosts", parentAndChild);
    const migrations = add("2_break_hosts", 'ALTER TABLE "Host" ADD COLUMN "x" TEXT; SELECT nonsense;');
    expect(() => migrate(file, migrations)).toThrow(
      "Migration 2_break_hosts failed and nothing of it was kept.",
    );
    expect(query("SELECT name FROM sqlite_master")).toEqual([]);
  });

  it("refuses a migration that was edited after it ran", () => {
    migrate(file, add("1_create_hosts", parentAndChild));
    expect(() => migrate(file, add("1_create_hosts", `${parentAndChild} -- edited`))).toThrow(
      /1_create_hosts was edited/,
    );
  });

  it("refuses a database of a newer version", () => {
    const migrations = add("1_create_hosts", parentAndChild);
    migrate(file, add("2_change_hosts", redefineHost));
    rmSync(join(migrations, "2_change_hosts"), { recursive: true });
    expect(() => migrate(file, migrations)).toThrow(/newer version of Pullpath/);
  });

  it("refuses a database in which another engine failed half-way", () => {
    const migrations = add("1_create_hosts", parentAndChild);
    migrate(file, migrations);
    const database = new Database(file);
    database.exec('UPDATE "_prisma_migrations" SET finished_at = NULL');
    database.close();
    expect(() => migrate(file, migrations)).toThrow(/failed half-way/);
  });
});
