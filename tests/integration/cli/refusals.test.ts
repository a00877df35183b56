import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtCommand } from "@/tests/support/command";

const command = builtCommand();
const { run, shell, write } = command;

const mebibyte = 1024 * 1024;
/** A comment of that many bytes in all. */
const comment = (bytes: number) => `#${"é".repeat((bytes - 2) / 2)}\n`;

describe("what cannot be used", () => {
  it.each([
    [["lint", "nowhere.yaml"], "There is no file nowhere.yaml.", "not-found"],
    [["lint", "."], ". is a folder, not a file.", "invalid"],
    [["decode", "nowhere/\u001b[2J"], "There is no file nowhere/\\u{001b}[2J.", "not-found"],
    [["lint"], "Name a file, or - for standard input: pullpath lint FILE", "invalid"],
    [["lint", "-", "--bogus"], "There is no option --bogus.", "invalid"],
    [["lint", "-", "--k3s-version", "newest"], "--k3s-version cannot be newest.", "invalid"],
    [["explain", "-", "a", "--assume", "1=500"], "--assume cannot be 1=500. It takes N=ok|404|", "invalid"],
    [["explain", "-", "a".repeat(5000)], "longer than 4096 characters", "invalid"],
    [[], "Say what to do", "invalid"],
  ])("%j is told on standard error, with 2", async (args, sentence, code) => {
    const plain = await run(args);
    expect(plain).toEqual({ out: "", error: expect.stringContaining(`pullpath: `), exitCode: 2 });
    expect(plain.error).toContain(sentence);
    const { out, exitCode } = await run(["--json", ...args]);
    expect(JSON.parse(out)).toEqual({
      error: {
        code,
        reason: expect.any(String),
        message: expect.stringContaining(sentence),
        params: expect.any(Object),
        issues: [],
      },
    });
    expect(exitCode).toBe(2);
  });

  it("is a file that may not or cannot be read", async () => {
    const file = write("secret.yaml", "");
    chmodSync(join(command.folder, file), 0);
    // Root may read everything, unless it gives up that right.
    const without = process.getuid?.() === 0 ? "setpriv --bounding-set=-all --inh-caps=-all" : "";
    const forbidden = await shell(`${without} node ./pullpath.js lint ${file}`);
    expect(forbidden.error).toContain("may not be read by this user");
    expect(forbidden.exitCode).toBe(2);
    const broken = await shell("pullpath lint /proc/self/mem");
    expect(broken).toMatchObject({ error: expect.stringContaining("cannot be read (EIO)"), exitCode: 2 });
  });

  it.each(["decode", "containerd", "explain"])("is for %s a file K3s cannot read", async (name) => {
    const args = [name, "-", ...(name === "explain" ? ["nginx"] : [])];
    const input = "mirrors:\n\tdocker.io:\n";
    const failure = "yaml: line 2: found character that cannot start any token";
    const plain = await run(args, { input });
    expect(plain).toEqual({ out: "", error: expect.stringContaining(failure), exitCode: 2 });
    const { out, exitCode } = await run([...args, "--json"], { input });
    expect(JSON.parse(out)).toEqual({ ok: false, error: failure, line: 2 });
    expect(exitCode).toBe(2);
  });

  it("is a file of bytes that are no text, in the words of yaml.v2", async () => {
    const file = write("bytes.yaml", new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0x0a]));
    const decoded = await run(["decode", file, "--json"]);
    expect(JSON.parse(decoded.out)).toEqual({
      ok: false,
      error: "yaml: invalid leading UTF-8 octet",
      line: null,
    });
    expect(decoded.exitCode).toBe(2);
    const linted = await run(["lint", file]);
    expect(linted.out).toMatch(/^1:4 error yaml-parse .*invalid leading UTF-8 octet/);
    expect(linted.exitCode).toBe(1);
  });
});

describe("the limit of 1 MiB", () => {
  it("counts bytes and lets exactly that many pass", async () => {
    const file = write("full.yaml", comment(mebibyte));
    expect((await run(["decode", file])).exitCode).toBe(0);
    expect((await run(["decode", "-"], { input: comment(mebibyte) })).exitCode).toBe(0);
  });

  it("refuses one byte more with a sentence", async () => {
    const file = write("over.yaml", `${comment(mebibyte)}\n`);
    for (const args of [
      ["lint", file],
      ["lint", "-"],
    ]) {
      const { out, error, exitCode } = await run(args, { input: `${comment(mebibyte)}\n` });
      expect({ out, exitCode }).toEqual({ out: "", exitCode: 2 });
      expect(error).toMatch(/larger than 1 MiB/);
    }
  });

  it("stops reading what has no end", async () => {
    for (const line of ["yes | pullpath lint -", "pullpath lint /dev/zero"]) {
      const { error, exitCode } = await shell(line);
      expect(error).toContain("larger than 1 MiB");
      expect(exitCode).toBe(2);
    }
  });
});

describe("what stands around the command", () => {
  const many = Array.from({ length: 9000 }, (_, index) => `  h${index}.corp: {endpoint: ["https://m.corp"]}`);
  const large = `mirrors:\n${many.join("\n")}\n`;

  it("gets a large answer whole through a pipe", async () => {
    const file = write("large.yaml", large);
    const { out, exitCode } = await shell(`pullpath containerd ${file} --json | cat`);
    expect(Object.keys(JSON.parse(out).files)).toHaveLength(9001);
    expect(out.length).toBeGreaterThan(mebibyte);
    expect(exitCode).toBe(0);
  });

  it("may stop reading, and hears no complaint", async () => {
    const file = write("large.yaml", large);
    const { out, error, exitCode } = await shell(`pullpath containerd ${file} | head -n 1`);
    expect(out).toBe("==> certs.d/h0.corp/hosts.toml <==\n");
    expect({ error, exitCode }).toEqual({ error: "", exitCode: 0 });
  });

  it("is told when the answer cannot be written", async () => {
    const { error, exitCode } = await shell("pullpath --help > /dev/full");
    expect(error).toContain("ENOSPC");
    expect(exitCode).toBe(2);
  });

  it("may be a package of either kind", async () => {
    mkdirSync(join(command.folder, "other"), { recursive: true });
    for (const type of ["module", "commonjs"]) {
      write("other/package.json", JSON.stringify({ type }));
      const line = `cp pullpath.js other/ && cd / && echo 'mirrors: {a: }' | node "$OLDPWD"/other/pullpath.js decode -`;
      expect(await shell(line)).toEqual({ out: "mirrors\n  a\n    (empty)\n", error: "", exitCode: 0 });
    }
  });

  it("may run the file by itself", async () => {
    expect((await shell("cp -p ./pullpath.js run.js && ./run.js --version")).exitCode).toBe(0);
  });
});
