// npm run reset-password -- <user name>: a one-time password for an administrator, when nobody can sign in any more.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { placeData, readEnvironmentFile } from "./data-settings.mjs";
import { ensureGenerated, root, StepFailed, say, stop } from "./steps.mjs";
import { ensurePackages } from "./system-packages.mjs";

/** Node cannot load the imports of the server's code as it stands. Beside the packages, so that they are found. */
async function loadReset() {
  // Loaded here, because the packages may just have been installed.
  const { build } = await import("rolldown");
  const cache = join(root, "node_modules", ".cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "reset-password-"));
  try {
    const file = join(folder, "reset.mjs");
    await build({
      input: join(root, "lib", "server", "people", "reset-from-console.ts"),
      platform: "node",
      tsconfig: join(root, "tsconfig.json"),
      external: /^(@prisma\/|better-|pino|zod)/,
      resolve: { conditionNames: ["react-server", "import", "node", "default"] },
      output: { file, format: "esm", codeSplitting: false },
      logLevel: "silent",
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The database that the server uses, which may go on running meanwhile. */
function findDatabase() {
  readEnvironmentFile();
  placeData();
  process.env["PULLPATH_LOG_LEVEL"] = "silent";
  const named = process.env["DATABASE_URL"]?.slice("file:".length);
  const file = named || join(process.env["PULLPATH_DATA"] ?? "", "pullpath.db");
  if (!existsSync(file))
    throw new StepFailed(`There is no database at ${file}. Set PULLPATH_DATA as the server has it.`);
}

async function reset() {
  const [username, ...more] = process.argv.slice(2);
  if (!username || more.length > 0)
    throw new StepFailed("Usage: npm run reset-password -- <user name of an administrator>");
  findDatabase();
  await ensurePackages();
  await ensureGenerated();
  const { resetFromConsole } = await loadReset();
  const { ok, value, error } = await resetFromConsole(username);
  if (!ok)
    throw new StepFailed(
      `"${username}" is no administrator who may sign in. Administrators: ${error.join(", ") || "none"}`,
    );
  say(`One-time password of ${username}: ${value}`);
  say(
    "It is not shown again, and must be changed at the next sign-in. All sessions of this account have ended.",
  );
}

/** What the database of an older release lacks is added when the server of this one starts. */
const isOlder = (/** @type {unknown} */ error) =>
  error instanceof Error && "code" in error && error.code === "P2022";

await reset().catch((error) =>
  stop(isOlder(error) ? new StepFailed("The database is of an older release. Start Pullpath once.") : error),
);
