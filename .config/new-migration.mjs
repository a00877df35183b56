// npm run db:new -- <verb>_<noun>: writes prisma/sqlite/migrations/<time>_<verb>_<noun>/migration.sql from the models.
// npm run db:new -- --check: fails when the models and the committed migrations differ.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diffToModels } from "./schema-engine.mjs";

const [name] = process.argv.slice(2);
if (!name || !/^(--check|[a-z]+(_[a-z]+)+)$/.test(name)) {
  console.error("Usage: npm run db:new -- <verb>_<noun>, or npm run db:new -- --check");
  process.exit(2);
}
const scratch = mkdtempSync(join(tmpdir(), "pullpath-migration-"));
const sql = await diffToModels(join(scratch, "scratch.db"));
rmSync(scratch, { recursive: true });

if (name === "--check") {
  if (sql)
    console.error(
      `The models differ from the committed migrations. Run: npm run db:new -- <verb>_<noun>\n\n${sql}`,
    );
  process.exit(sql ? 1 : 0);
}
if (!sql) {
  console.log("The models match the committed migrations: nothing to write.");
  process.exit(0);
}
const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = join(import.meta.dirname, "..", "prisma", "sqlite", "migrations", `${time}_${name}`);
mkdirSync(folder);
writeFileSync(join(folder, "migration.sql"), sql);
console.log(
  `Wrote ${join("prisma", "sqlite", "migrations", `${time}_${name}`, "migration.sql")}. Read it before you commit it.`,
);
