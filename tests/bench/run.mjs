// npm run bench: how long the format's answers take. Bundles the program, as Node cannot load its imports, and runs it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "rolldown";

const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "pullpath-bench-"));
try {
  const file = join(folder, "bench.mjs");
  await build({
    input: join(import.meta.dirname, "bench.ts"),
    platform: "node",
    tsconfig: join(root, "tsconfig.json"),
    output: { file, format: "esm" },
  });
  const { bench } = await import(pathToFileURL(file).href);
  bench(
    { sizes: [100, 1000, 2000, 5000, 10_000], runs: 15, patience: 5000, longest: 1024 * 1024 },
    console.log,
  );
} finally {
  rmSync(folder, { recursive: true });
}
