import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";

const root = join(import.meta.dirname, "..", "..");
const cache = join(root, "node_modules", ".cache");

/** Texts of programs stand beside their modules, wherever the bundle lies. */
/** @type {import("rolldown").Plugin} */
const ownUrls = {
  name: "own-urls",
  transform: (code, id) =>
    code.includes("import.meta.url") && !id.includes("node_modules")
      ? code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
      : null,
};

/** Packages that Node cannot load from a bundle as it stands: Next's names lack their ending, ssh2's exports are not seen. */
/** @type {import("rolldown").Plugin} */
const oddPackages = {
  name: "odd-packages",
  resolveId(id) {
    if (id === "ssh2") return "\0ssh2";
    return /^next\/\w+$/.test(id) ? { id: `${id}.js`, external: true } : null;
  },
  load: (id) =>
    id === "\0ssh2"
      ? `import { createRequire } from "node:module";
const ssh2 = createRequire(${JSON.stringify(import.meta.url)})("ssh2");
export const { Client, Server, utils } = ssh2;
export default ssh2;`
      : null,
};

/** Packages with native parts or too many files stay outside. */
/** @param {string} id */
const isOutside = (id) =>
  /^(@prisma\/|better-|next$|next-intl|pino|@better|yaml|zod|diff$|use-intl)/.test(id);

/**
 * Bundles a program, as Node cannot load its imports, and hands its file to `use`.
 * @param {string} name
 * @param {(file: string) => unknown} use
 */
export async function withBundle(name, use) {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "bench-"));
  try {
    const file = join(folder, "bench.mjs");
    await build({
      input: join(import.meta.dirname, name),
      platform: "node",
      tsconfig: join(root, "tsconfig.json"),
      external: isOutside,
      resolve: { conditionNames: ["react-server", "import", "node", "default"] },
      plugins: [oddPackages, ownUrls],
      output: { file, format: "esm", codeSplitting: false },
      logLevel: "warn",
    });
    return await use(resolve(file));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The same, and loads it and hands its exports to `use`.
 * @param {string} name
 * @param {(program: any) => unknown} use
 */
export const withProgram = (name, use) =>
  withBundle(name, async (file) => use(await import(pathToFileURL(file).href)));
