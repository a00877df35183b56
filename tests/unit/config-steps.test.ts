import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { digestOf, isInstalled, whenChanged } from "@/.config/steps.mjs";

let folder = "";
const put = (path: string, text: string) => {
  mkdirSync(join(folder, "lib", "db", "generated"), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pullpath-steps-"));
  put("lib/a.ts", "one");
  put("package.json", "{}");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the digest of inputs", () => {
  const digest = () => digestOf(["lib", "package.json", "gone.ts", "gone"], folder);

  it("stays the same while nothing changes, absent inputs included", () => {
    expect(digest()).toBe(digest());
  });

  it.each([
    ["a changed file", () => put("lib/a.ts", "two")],
    ["a new file", () => put("lib/b.ts", "one")],
    ["a new name for the same text", () => put("lib/db/a.ts", "one")],
    ["an input that appears", () => put("gone.ts", "")],
  ])("changes with %s", (_, change) => {
    const before = digest();
    change();
    expect(digest()).not.toBe(before);
  });

  it("does not look at generated files", () => {
    const before = digest();
    put("lib/db/generated/client.ts", "x");
    expect(digest()).toBe(before);
  });
});

describe("work that depends on inputs", () => {
  const runs: string[] = [];
  const work = async () => {
    runs.push("run");
  };
  const step = (body = work) =>
    whenChanged({ inputs: [join("x")], stamp: join(folder, "stamp"), work: body });

  it("is done once, and again only when it was undone", async () => {
    await step();
    await step();
    expect(runs).toHaveLength(1);
    rmSync(join(folder, "stamp"));
    await step();
    expect(runs).toHaveLength(2);
  });

  it("leaves no stamp when it fails", async () => {
    await expect(step(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(existsSync(join(folder, "stamp"))).toBe(false);
  });
});

describe("what is installed", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "2.0.0", optional: true },
    },
  };
  const installed = (packages: Record<string, { version: string }>) => isInstalled(lock, { packages });

  it("is complete without the optional packages of other platforms", () => {
    expect(installed({ "node_modules/a": { version: "1.0.0" } })).toBe(true);
  });

  it("is not complete when a package is absent or of another version", () => {
    expect(installed({})).toBe(false);
    expect(installed({ "node_modules/a": { version: "1.0.1" } })).toBe(false);
    expect(
      installed({ "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.0.0" } }),
    ).toBe(false);
  });

  it("is complete in this very checkout, or no test would run", () => {
    const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
    expect(isInstalled(read("package-lock.json"), read("node_modules/.package-lock.json"))).toBe(true);
  });
});
