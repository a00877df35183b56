import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { commandFile, ensureCommandBuilt } from "@/.config/build-cli.mjs";

export type Run = { exitCode: number | null; out: string; error: string };

type Options = { input?: string | Uint8Array; environment?: Record<string, string> };

function collect(child: ChildProcess): Promise<Run> {
  const out: Buffer[] = [];
  const error: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => error.push(chunk));
  const text = (chunks: Buffer[]) => Buffer.concat(chunks).toString("utf8");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, out: text(out), error: text(error) }));
  });
}

/**
 * Call once at the top of a test file: the built command, copied alone into an empty folder, so that it can lean on
 * nothing of this project. Files written there are what its arguments name.
 */
export function builtCommand() {
  const folder = mkdtempSync(join(tmpdir(), "pullpath-command-"));
  const script = join(folder, "pullpath.js");
  beforeAll(async () => {
    await ensureCommandBuilt();
    copyFileSync(commandFile, script);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start = (program: string, args: readonly string[], environment: Record<string, string>) =>
    spawn(program, args, {
      cwd: folder,
      env: { NODE_ENV: "test", PATH: process.env["PATH"], ...environment },
    });

  function run(args: readonly string[], { input = "", environment = {} }: Options = {}): Promise<Run> {
    const child = start(process.execPath, [script, ...args], environment);
    // Who refuses too much text stops reading it.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    return collect(child);
  }

  return {
    folder,
    script,
    run,
    /** A command line of the shell in which `pullpath` is the command. */
    shell: (line: string) =>
      collect(
        start(
          "bash",
          ["--norc", "-o", "pipefail", "-c", `pullpath() { node ./pullpath.js "$@"; }\n${line}`],
          {},
        ),
      ),
    write: (name: string, content: string | Uint8Array) => {
      writeFileSync(join(folder, name), content);
      return name;
    },
  };
}
