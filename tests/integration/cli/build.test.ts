import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ensureCommandBuilt } from "@/.config/build-cli.mjs";

const folder = mkdtempSync(join(tmpdir(), "pullpath-build-"));
const file = join(folder, "pullpath.js");
const madeAt = () => statSync(file).mtimeMs;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the build of the command", () => {
  it("makes one file that may be run, and makes it again only when it is missing", async () => {
    await ensureCommandBuilt(folder);
    expect(readdirSync(folder).toSorted()).toEqual([".stamp", "pullpath.js"]);
    const text = readFileSync(file, "utf8");
    expect(text).not.toMatch(
      /\brequire\(|^\s*(?:import|export)\s|server-only|react\.production|react\.development/m,
    );
    expect(statSync(file).mode & 0o777).toBe(0o755);
    const first = madeAt();
    await ensureCommandBuilt(folder);
    expect(madeAt()).toBe(first);
    rmSync(file);
    await ensureCommandBuilt(folder);
    expect(existsSync(file)).toBe(true);
  });
});
