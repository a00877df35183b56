import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { migrationsFolder } from "@/lib/server/db/migrate";

const root = process.cwd();
let folder = "";

// Node runs no TypeScript, and the compiled module finds its packages only from inside the project.
beforeAll(() => {
  mkdirSync(join(root, ".cache"), { recursive: true });
  folder = mkdtempSync(join(root, ".cache", "migrate-race-"));
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const source = join(root, "lib", "server", "db", "migrate.ts");
  const options = ["--ignoreConfig", "--noCheck", "--target", "es2023", "--module", "esnext"];
  const resolution = ["--moduleResolution", "bundler", "--outDir", folder];
  spawnSync(process.execPath, [compiler, source, ...options, ...resolution], { stdio: "ignore" });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process that is loaded and waits for a byte on its standard input before it migrates. */
async function loadedProcess(file: string): Promise<ChildProcessWithoutNullStreams> {
  const program = `
    import { readSync } from "node:fs";
    import { migrate } from ${JSON.stringify(pathToFileURL(join(folder, "migrate.js")).href)};
    process.stdout.write("ready\\n");
    readSync(0, Buffer.alloc(1));
    process.stdout.write(JSON.stringify(migrate(${JSON.stringify(file)}, ${JSON.stringify(migrationsFolder())})));`;
  const child = spawn(process.execPath, ["--conditions=react-server", "--input-type=module", "-e", program]);
  await once(child.stdout, "data");
  return child;
}

async function finish(child: ChildProcessWithoutNullStreams) {
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  child.stdin.end("g");
  const [code] = await once(child, "close");
  return { code, errors, names: output === "" ? undefined : JSON.parse(output) };
}

it.each([1, 2, 3])(
  "lets one of four processes migrate and the others find nothing to do (round %i)",
  async (round) => {
    const file = join(folder, `race-${round}.db`);
    const children = await Promise.all([1, 2, 3, 4].map(() => loadedProcess(file)));
    const results = await Promise.all(children.map(finish));
    expect(results.map(({ code, errors }) => ({ code, errors }))).toEqual(
      Array(4).fill({ code: 0, errors: "" }),
    );
    expect(results.filter(({ names }) => names.length > 0)).toHaveLength(1);
  },
);
