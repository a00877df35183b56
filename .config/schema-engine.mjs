// Prisma's schema engine as WebAssembly: it writes and checks migrations where its native binary cannot be downloaded.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import Database from "better-sqlite3";

const root = join(import.meta.dirname, "..");
const migrationsFolder = join(root, "prisma", "sqlite", "migrations");

/** The folders of committed migrations, in the order they apply. */
export function listMigrations() {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readModels() {
  const folder = join(root, "prisma", "sqlite");
  const models = readdirSync(join(folder, "models")).map((name) => join("models", name));
  return ["schema.prisma", ...models].map((name) => ({
    path: join(folder, name),
    content: readFileSync(join(folder, name), "utf8"),
  }));
}

/** Replays the committed migrations into a scratch database and returns the SQL from there to the models, or "". */
export async function diffToModels(/** @type {string} */ scratchFile) {
  const scratch = new Database(scratchFile);
  for (const name of listMigrations())
    scratch.exec(readFileSync(join(migrationsFolder, name, "migration.sql"), "utf8"));
  scratch.close();

  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const module = new WebAssembly.Module(readFileSync(join(dirname(entry), "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports["__wbindgen_start"])();

  const files = readModels();
  const adapter = new PrismaBetterSqlite3({ url: `file:${scratchFile}` });
  const engine = await bindings.SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  const { stdout, exitCode } = await engine.diff({
    from: { tag: "schemaDatasource", files, configDir: root },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  });
  return exitCode === 0 ? "" : (stdout ?? "");
}
