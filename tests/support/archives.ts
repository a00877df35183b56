import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Unpacks with the real tar into a new folder. */
export function unpack(bytes: Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  const listing = execFileSync("tar", ["-tvzf", "-"], {
    input: bytes,
    encoding: "utf8",
    env: { ...process.env, TZ: "UTC" },
  });
  execFileSync("tar", ["-xzpf", "-", "-C", folder, "--no-same-owner"], { input: bytes });
  return { folder, listing, read: (name: string) => readFileSync(join(folder, name), "utf8") };
}

/** Every file below a folder, by its path. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

export const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

/** A folder that stands for a machine, with these files on it. */
export function machine(...paths: string[]) {
  const root = mkdtempSync(join(tmpdir(), "machine-"));
  for (const path of paths) mkdirSync(join(root, path), { recursive: true });
  return {
    root,
    at: (path: string) => join(root, path),
    has: (path: string) => existsSync(join(root, path)),
    read: (path: string) => readFileSync(join(root, path), "utf8"),
  };
}

/** Runs a script with the shell that is strictest about POSIX. */
export function sh(script: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync("sh", [script, ...options], { encoding: "utf8" });
  return { status, stdout, stderr };
}
