// What start, build and test share: say what happens, run a program, install, generate, and know when to do it again.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

export const say = (/** @type {string} */ text) => console.log(text);

/** A step that cannot go on. Its message is all that a person needs to see. */
export class StepFailed extends Error {}

/** Prints the sentence of a failed step, and everything of a bug. */
export function stop(/** @type {unknown} */ error) {
  console.error(error instanceof StepFailed ? `\n${error.message}` : error);
  process.exit(1);
}

/**
 * Runs a program from the project's root and returns its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, quiet = false } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ["ignore", quiet ? "ignore" : "inherit", "inherit"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** Runs a script with this Node, so that nothing depends on the shell or the platform. */
export const runNode = (
  /** @type {string[]} */ args,
  /** @type {Parameters<typeof run>[2]} */ options = {},
) => run(process.execPath, args, options);

const runNpm = (/** @type {string[]} */ args) => {
  const script = process.env["npm_execpath"];
  return script?.endsWith("js") ? runNode([script, ...args]) : run("npm", args);
};

const filesUnder = (/** @type {string} */ path) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(join("db", "generated")))
    .map((entry) => join(entry.parentPath, entry.name));

/** One digest of the names and contents of all files in these folders and of these files; absent ones count as absent. */
export function digestOf(/** @type {readonly string[]} */ inputs, base = root) {
  const hash = createHash("sha256").update(process.version);
  for (const input of inputs) {
    const path = join(base, input);
    const isFile = /\.\w+$/.test(input);
    const files = existsSync(path) ? (isFile ? [path] : filesUnder(path).sort()) : [];
    for (const file of files) hash.update(`\0${file.slice(base.length)}\0`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Does work again only when its inputs changed since it last ended well; the stamp stands beside what the work made. */
export async function whenChanged(
  /** @type {{ inputs: readonly string[], stamp: string, work: () => Promise<void> }} */ {
    inputs,
    stamp,
    work,
  },
) {
  const digest = digestOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === digest) return;
  await work();
  writeFileSync(stamp, digest);
}

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/** Whether what npm wrote down about node_modules is what the lock asks for. */
export function isInstalled(/** @type {Lock} */ lock, /** @type {Lock} */ installed) {
  const wanted = Object.entries(lock.packages).filter(([place]) => place !== "");
  return wanted.every(([place, { version, optional }]) => {
    const present = installed.packages[place];
    return present ? present.version === version : optional;
  });
}

const readLock = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), "utf8"));

const installedLock = join("node_modules", ".package-lock.json");
const databaseAddon = join("node_modules", "better-sqlite3", "build", "Release", "better_sqlite3.node");

const installFailed = `The packages could not be installed; npm says why above.
If it was the database library (better-sqlite3): where its ready-made file cannot be downloaded it is compiled, which
needs python3, make and a C++ compiler. On Debian and Ubuntu: apt-get install python3 make g++`;

/** Installs exactly the packages of the lock, when node_modules does not hold them yet. */
export async function ensureInstalled() {
  const present = existsSync(join(root, installedLock));
  if (!present || !isInstalled(readLock("package-lock.json"), readLock(installedLock))) {
    say("Installing packages with npm ci. The first time this takes a few minutes.");
    if ((await runNpm(["ci", "--no-audit", "--no-fund", "--loglevel=error"])) !== 0)
      throw new StepFailed(installFailed);
  }
  if (existsSync(join(root, databaseAddon))) return;
  say("Preparing the database library.");
  if ((await runNpm(["rebuild", "better-sqlite3"])) !== 0) throw new StepFailed(installFailed);
}

/** Generates the database client, when its models changed. */
export async function ensureGenerated() {
  await whenChanged({
    inputs: ["prisma/models", "prisma/sqlite/schema.prisma", ".config/generate.mjs", "package-lock.json"],
    stamp: join(root, "lib", "server", "db", "generated", "stamp"),
    work: async () => {
      say("Generating the database client.");
      if ((await runNode([join(".config", "generate.mjs")])) !== 0)
        throw new StepFailed("The database client could not be generated; the reason stands above.");
    },
  });
}
