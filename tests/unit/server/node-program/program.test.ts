import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { base } from "@/lib/server/node-program/parts/base";
import { commandFor, compact, program, programDigest } from "@/lib/server/node-program/program";

describe("the program that runs on nodes", () => {
  it("fits between the single quotes of one argument", () => {
    expect(program.length).toBeLessThanOrEqual(64 * 1024);
    expect(program).not.toMatch(/['`\0\r]/);
    // fish turns two backslashes between single quotes into one.
    expect(program).not.toContain("\\\\");
    expect(commandFor("survey")).toBe(`sh -c '${program}' pullpath survey`);
  });

  it.each(["sh", "bash"])("is a program %s can read", (shell) => {
    const checked = spawnSync(shell, ["-n"], { input: program, encoding: "utf8" });
    expect(checked.stderr).toBe("");
    expect(checked.status).toBe(0);
  });

  it("says nothing and ends when its input is cut", () => {
    for (const input of ["", "options 12 ", "options 5 00 - -\nabc", "certificate 1 2 3 4\n"]) {
      const ran = spawnSync("sh", ["-c", program, "pullpath", "survey"], { input, encoding: "utf8" });
      expect(ran.stdout).toBe("\n@pullpath1 ready\n@pullpath1 report failed protocol reason=options |\n");
    }
  });

  it.each([
    ["1700000000 2023-11-14 22:13:20.123456789 +0000", "1700000000123"],
    // Older BusyBox, and file systems that keep whole seconds.
    ["1700000000 2023-11-14 22:13:20.000000000 +0000", "1700000000999"],
    ["1700000000 2023-11-14 22:13:20", "1700000000999"],
    ["1700000000", "1700000000999"],
  ])("reads a time that stat tells as %s", (told, milliseconds) => {
    const script = `${compact(base)}\nstat() { printf "%s\\n" "${told}"; }\nmodified_ms /`;
    expect(spawnSync("sh", ["-c", script], { encoding: "utf8" }).stdout.trim()).toBe(milliseconds);
  });

  it("has parts of at most 250 lines", () => {
    const folder = join(process.cwd(), "lib/server/node-program/parts");
    for (const name of readdirSync(folder)) {
      expect(readFileSync(join(folder, name), "utf8").split("\n").length, name).toBeLessThanOrEqual(251);
    }
  });

  it("has one digest for all", () => {
    expect(programDigest).toMatch(/^[0-9a-f]{64}$/);
  });
});
