// npm run build: everything from a fresh clone to a server that runs on its own, and the command beside it. Does only what changed inputs ask for.
import { cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureCommandBuilt } from "./build-cli.mjs";
import { ensureGenerated, root, runNode, StepFailed, say, stop, whenChanged } from "./steps.mjs";
import { ensurePackages } from "./system-packages.mjs";

const standalone = join(root, ".next", "standalone");

export const serverFile = join(standalone, "server.js");

const inputs = [
  "app",
  "components",
  "lib",
  "prisma",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Next leaves these out of the standalone folder, for those who serve them by other means. */
function copyServedFiles() {
  const copy = (/** @type {string} */ from, /** @type {string} */ to) =>
    existsSync(from) && cpSync(from, to, { recursive: true, verbatimSymlinks: true });
  copy(join(root, ".next", "static"), join(standalone, ".next", "static"));
  copy(join(root, "public"), join(standalone, "public"));
}

/** Next copies the project's .env files into its output; secrets have no place there. */
function removeEnvironmentFiles() {
  for (const name of readdirSync(standalone)) if (name.startsWith(".env")) rmSync(join(standalone, name));
}

async function build() {
  say("Building. This takes about half a minute.");
  rmSync(standalone, { recursive: true, force: true });
  const next = join("node_modules", "next", "dist", "bin", "next");
  if ((await runNode([next, "build"])) !== 0)
    throw new StepFailed("The build failed; the reason stands above.");
  copyServedFiles();
  removeEnvironmentFiles();
}

/** Brings packages, database client, command and build up to date. */
export async function ensureBuilt() {
  await ensurePackages();
  await ensureGenerated();
  await ensureCommandBuilt();
  await whenChanged({ inputs, stamp: join(standalone, "stamp"), work: build });
}

if (process.argv[1] === import.meta.filename) await ensureBuilt().catch(stop);
