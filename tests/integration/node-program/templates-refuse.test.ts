import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { probe } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import {
  codesOf,
  etc,
  extending,
  mirrorFile,
  push,
  sha256,
  startsOf,
  templateChange,
} from "@/tests/integration/node-program/push";
import { straysOn, templateOn, v2, v3 } from "@/tests/integration/node-program/template-files";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const names = ["changed", "appeared", "went", "odd", "full", "stuck"];

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes(names.map((name) => ({ name, registries: old })));
});
afterAll(() => fleet.stop());

const look = (node: TestNode) => withSession(targetOf(fleet, node), (session) => probe(session));

async function expectUntouched(node: TestNode, templates: Record<string, string | null>, starts: number) {
  expect(await node.read(node.registriesPath)).toBe(old);
  for (const [name, text] of Object.entries(templates)) expect(await templateOn(node, name)).toBe(text);
  expect(await startsOf(node)).toBe(starts);
  expect(await straysOn(node)).toEqual([]);
}

describe.concurrent("nothing at all is written", () => {
  it.each<[string, string | null, string | null]>([
    ["changed", extending("reviewed"), extending("other")],
    ["appeared", null, extending("other")],
    ["went", extending("reviewed"), null],
  ])("when a template %s after the review", async (name, reviewed, there) => {
    const node = fleet.get(name);
    if (there === null) await node.remove(`${etc}/${v3}`);
    else await node.write(`${etc}/${v3}`, there);
    const starts = await startsOf(node);
    const templates = [
      templateChange(v2, { from: null, to: extending("new") }),
      templateChange(v3, { from: reviewed, to: extending("new") }),
    ];
    const { report } = await push(targetOf(fleet, node), wanted, { templates });
    expect(report).toMatchObject({
      outcome: "failed",
      fault: "file-changed",
      params: { path: `${etc}/${v3}` },
    });
    expect(JSON.stringify(report)).not.toContain(sha256(there ?? "none"));
    await expectUntouched(node, { [v2]: null, [v3]: there }, starts);
  });

  it("where a template is a link or a folder, or others may write beside it", async () => {
    const node = fleet.get("odd");
    const starts = await startsOf(node);
    await node.write("/etc/victim", extending("victim"));
    const templates = [templateChange(v3, { from: extending("victim"), to: extending("new") })];
    for (const command of [`ln -s /etc/victim ${etc}/${v3}`, `mkdir ${etc}/${v3}`]) {
      await node.run(["sh", "-c", command]);
      expect(await look(node)).toMatchObject({ oddTemplates: [`${etc}/${v3}`] });
      const { report } = await push(targetOf(fleet, node), wanted, { templates });
      expect(report).toMatchObject({
        outcome: "failed",
        fault: "not-writable",
        params: { path: `${etc}/${v3}`, reason: "not-a-file" },
      });
      await node.remove(`${etc}/${v3}`);
    }
    await node.run(["chmod", "0777", etc]);
    const fresh = [templateChange(v3, { from: null, to: extending("new") })];
    const { report } = await push(targetOf(fleet, node), wanted, { templates: fresh });
    expect(report).toMatchObject({ fault: "not-writable", params: { path: etc, reason: "open-folder" } });
    await node.run(["chmod", "0755", etc]);
    expect(await node.read("/etc/victim")).toBe(extending("victim"));
    await expectUntouched(node, { [v3]: null }, starts);
  });

  it("where the disk is full, before a file takes its name", async () => {
    const node = fleet.get("full");
    const starts = await startsOf(node);
    const mount = `mount -t tmpfs -o size=64k,mode=0755 full ${etc} && { cat /dev/zero >${etc}/filler || true; }`;
    const templates = [templateChange(v3, { from: null, to: extending("new") })];
    await node.run(["sh", "-c", mount]);
    const { report } = await push(targetOf(fleet, node), wanted, { templates });
    expect(report).toMatchObject({ outcome: "failed", fault: "disk-full" });
    expect(await straysOn(node)).toEqual([]);
    await node.run(["umount", etc]);
    await expectUntouched(node, { [v3]: null }, starts);
  });

  it("that stays, where the second file cannot take its name", async () => {
    const node = fleet.get("stuck");
    const starts = await startsOf(node);
    const templates = [templateChange(v3, { from: null, to: extending("new") })];
    await node.setFault("immutable-file", true);
    const { report, events } = await push(targetOf(fleet, node), wanted, { templates });
    await node.setFault("immutable-file", false);
    expect(report).toMatchObject({
      outcome: "failed",
      fault: "not-writable",
      params: { path: node.registriesPath },
    });
    expect(codesOf(events)).toContain("apply replaced");
    await expectUntouched(node, { [v3]: null }, starts);
  });
});
