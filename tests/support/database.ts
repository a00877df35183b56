import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { db } from "@/lib/server/db/client";
import { migrate, migrationsFolder, readMigrations } from "@/lib/server/db/migrate";
import { openVault } from "@/lib/server/secrets/vault";

/** A migrated file to copy, made once per set of migrations and shared by test processes. */
function templateFile(): string {
  const checksums = readMigrations(migrationsFolder()).map((migration) => migration.checksum);
  const name = createHash("sha256").update(checksums.join()).digest("hex").slice(0, 16);
  const template = join(tmpdir(), `pullpath-template-${process.getuid?.() ?? 0}-${name}.db`);
  if (existsSync(template)) return template;
  const draft = `${template}.${process.pid}`;
  migrate(draft);
  renameSync(draft, template);
  return template;
}

/** A data folder of this test file's own; what the server reads from its environment points there. */
export function temporaryDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pullpath-test-"));
  for (const name of Object.keys(process.env))
    if (/^PULLPATH_|^DATABASE_URL$/.test(name)) delete process.env[name];
  process.env["PULLPATH_DATA"] = folder;
  process.env["PULLPATH_LOG_LEVEL"] = "silent";
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Call once at the top of a test file: gives it an empty migrated database and an open vault in a folder of its own.
 * `db()` of the server is that database.
 */
export function temporaryDatabase(): { folder: string } {
  const folder = temporaryDataFolder();
  process.env["PULLPATH_MASTER_KEY"] = randomBytes(32).toString("hex");
  beforeAll(async () => {
    copyFileSync(templateFile(), join(folder, "pullpath.db"));
    await openVault();
  });
  afterAll(() => db().$disconnect());
  return { folder };
}
