import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/server/db/client";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { runnerAtWork } from "@/tests/support/runner";
import { type Entered, enterSecrets } from "./enter";
import { writtenFile } from "./enter-fleet";
import { findLeaks, formsOf, type Trace, traceOf } from "./forms";
import type { Recorder } from "./operator";
import { filesBelow, recorder } from "./recorder";
import { lockedKeys, typedSecrets } from "./secrets";
import { askEverything, failEverywhere } from "./sweep";

const { folder } = temporaryDatabase();
const typed = typedSecrets();
const secretOf = (name: Parameters<typeof typed.get>[0]) => typed.get(name) ?? "";
const keys = lockedKeys(secretOf("TLS passphrase"), secretOf("SSH passphrase"));
/** What the server would write as temporary files, apart from those of other programs. */
const temporary = mkdtempSync(join(folder, "temporary-"));
let fleet: TestFleet;
let record: Recorder;
let entered: Entered;
let silent: string[] = [];
const processes: Trace[] = [];
runnerAtWork();

const readOr = (path: string) => {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return "";
  }
};

/** Command lines and environments of all processes there are: of the server, of its children and of the machine. */
function lookAtProcesses(): void {
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name)))
    for (const part of ["cmdline", "environ"])
      processes.push({ where: `${part} of a process`, text: readOr(`/proc/${id}/${part}`) });
}

beforeAll(async () => {
  const registries = writtenFile(secretOf("imported password"), secretOf("imported token"));
  fleet = await startNodes([{ name: "edge-1", registries }]);
  const node = fleet.get("edge-1");
  await node.run(["chpasswd"], { input: `deploy:${secretOf("SSH password")}\n` });
  mkdirSync(temporary, { recursive: true });
  const before = process.env["TMPDIR"];
  process.env["TMPDIR"] = temporary;
  expect(tmpdir()).toBe(temporary);
  record = await recorder();
  // The setup token is told to whoever sees the console, and only there.
  const console = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const looking = setInterval(lookAtProcesses, 20);
  try {
    entered = await enterSecrets({ record, typed, keys, node, folder });
    silent = await askEverything(record, entered);
    await failEverywhere(record, entered);
  } finally {
    clearInterval(looking);
    console.mockRestore();
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
  }
});
afterAll(() => fleet.stop());

describe("no secret stands", () => {
  it("in an answer or in the log", () => {
    expect(silent).toEqual(["GET /api/[...path]"]);
    expect(record.traces.filter(({ where }) => where === "the log").length).toBeGreaterThan(200);
    expect(findLeaks(record.traces, entered.secrets)).toEqual([]);
  });

  it("in a file of the data folder, the database with its journal among them, or in a temporary one", async () => {
    const files = filesBelow(folder);
    expect(files.map(({ where }) => where)).toContain("the file pullpath.db");
    expect(findLeaks(files, entered.secrets)).toEqual([]);
    await db().$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)");
    expect(findLeaks(filesBelow(folder), entered.secrets)).toEqual([]);
  });

  it("in a command line or an environment while machines are asked", () => {
    expect(processes.some(({ text }) => text.includes("sshd"))).toBe(true);
    expect(findLeaks(processes, entered.secrets)).toEqual([]);
  });
});

describe("the search", () => {
  it("finds every secret in every form", () => {
    for (const [name, secret] of entered.secrets) {
      expect([name, secret.length > 15]).toEqual([name, true]);
      for (const [form, text] of Object.entries(formsOf(secret)))
        expect([
          name,
          form,
          findLeaks([{ where: "here", text: `a${text}b` }], new Map([[name, secret]])).length,
        ]).toEqual([name, form, 1]);
    }
  });

  it("finds the password in the one answer that is meant to hold it", async () => {
    const asked = {
      id: entered.configurationId,
      body: { secrets: true },
      headers: { cookie: entered.cookie },
    };
    const { text } = await record.askInSecret("POST /api/v1/configurations/[id]/export", asked);
    expect(findLeaks([traceOf("the export", text)], entered.secrets)).toEqual([
      "imported password (raw) in the export",
      "imported token (raw) in the export",
    ]);
  });

  it("finds what is written into the database unsealed", async () => {
    const value = secretOf("registry password");
    await db().setting.create({ data: { key: "unsealed", value } });
    const leaks = findLeaks(filesBelow(folder), entered.secrets);
    expect(leaks.length).toBeGreaterThan(0);
    expect(new Set(leaks.map((leak) => leak.replace(/ in .*/, "")))).toEqual(
      new Set(["registry password (raw)"]),
    );
  });
});
