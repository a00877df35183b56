import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const root = process.cwd();

export type Planted = { file: string; code: string };

/** A folder with this project's real tool configuration and only the planted files; removed afterwards. */
export function withSandbox<T>(planted: readonly Planted[], run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "pullpath-guard-"));
  try {
    for (const name of ["biome.json", "package.json", "tsconfig.json", "knip.json", ".gitignore"])
      cpSync(join(root, name), join(folder, name));
    for (const { file, code } of planted) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function runTool(folder: string, tool: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(join(root, "node_modules", ".bin", tool), args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 32 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

type Report = { diagnostics: { category: string; severity: string; location: { path: string } }[] };

/** Which rules fired, per file, when Biome reads the planted files with this project's configuration. */
export function lint(planted: readonly Planted[]): Map<string, string[]> {
  const report = withSandbox(planted, (folder): Report => {
    const { stdout } = runTool(folder, "biome", ["lint", "--reporter=json", "--max-diagnostics=none", "."]);
    return JSON.parse(stdout);
  });
  const fired = new Map<string, string[]>();
  for (const { category, severity, location } of report.diagnostics) {
    const rule = category.split("/").at(-1) ?? category;
    if (severity === "error") fired.set(location.path, [...(fired.get(location.path) ?? []), rule]);
  }
  return fired;
}
