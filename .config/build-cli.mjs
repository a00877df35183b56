// Bundles the command `pullpath` into one file that plain Node runs anywhere, without packages beside it.

import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import { root, say, whenChanged } from "./steps.mjs";

const output = join(root, "dist");

export const commandFile = join(output, "pullpath.js");

const inputs = [
  "lib/cli",
  "lib/domain",
  "lib/i18n",
  "tsconfig.json",
  ".config/build-cli.mjs",
  "package.json",
  "package-lock.json",
];

/**
 * Whether a .js file is an ES module depends on the package.json above it, and the command may be copied anywhere. So it
 * is a script that is valid as both, and gets what it needs of Node without import or require.
 */
const globals = Object.fromEntries(
  builtinModules.map((name) => [`node:${name}`, `process.getBuiltinModule("node:${name}")`]),
);

/** The library of messages asks React whether a value is an element. The command's values are texts and numbers. */
const withoutReact = {
  name: "without-react",
  resolveId: (/** @type {string} */ id) => (id === "react" ? "\0react" : null),
  load: (/** @type {string} */ id) =>
    id === "\0react"
      ? "export const isValidElement = () => false; export const cloneElement = (element) => element;"
      : null,
};

async function bundle(/** @type {string} */ file) {
  say("Building the command.");
  // Loaded here, because a start that builds nothing need not wait for it.
  const { rolldown } = await import("rolldown");
  const bundled = await rolldown({
    input: join(root, "lib", "cli", "main.ts"),
    platform: "node",
    plugins: [withoutReact],
    tsconfig: join(root, "tsconfig.json"),
    transform: { target: "node20.19" },
    onLog: (level, log) => {
      if (level === "warn") throw new Error(log.message);
    },
  });
  mkdirSync(dirname(file), { recursive: true });
  // Written elsewhere and renamed, so that nobody ever runs half a file.
  const draft = join(dirname(file), `.${process.pid}.js`);
  await bundled.write({ file: draft, format: "iife", globals, banner: "#!/usr/bin/env node" });
  await bundled.close();
  chmodSync(draft, 0o755);
  renameSync(draft, file);
}

/** Brings the command up to date; one that is missing is made again. */
export async function ensureCommandBuilt(folder = output) {
  const file = join(folder, "pullpath.js");
  const stamp = join(folder, ".stamp");
  if (!existsSync(file)) rmSync(stamp, { force: true });
  await whenChanged({ inputs, stamp, work: () => bundle(file) });
}
