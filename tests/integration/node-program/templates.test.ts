import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { probe } from "@/lib/server/node-program/run";
import { withSession } from "@/lib/server/ssh/session";
import {
  codesOf,
  etc,
  extending,
  mirrorFile,
  push,
  startsOf,
  stopping,
  templateChange,
} from "@/tests/integration/node-program/push";
import { straysOn, templateOn, v2, v3 } from "@/tests/integration/node-program/template-files";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const names = ["ways", "both", "back", "taken", "hand", "written"];

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    ...names.map((name) => ({ name, registries: old })),
    { name: "never", registries: old, enabled: false },
    { name: "openrc", registries: old, init: "openrc" as const },
  ]);
});
afterAll(() => fleet.stop());

const look = (node: TestNode) => withSession(targetOf(fleet, node), (session) => probe(session));

describe("a template that comes with the file", () => {
  const pushTo = (file: string, from: string | null, to: string | null) => {
    const templates = [templateChange(v3, { from, to })];
    return push(targetOf(fleet, fleet.get("ways")), file, { templates });
  };

  it("is there before the file, with the rights of the file, and in effect", async () => {
    const node = fleet.get("ways");
    const { report, events, request } = await pushTo(wanted, null, extending("one"));
    expect(report).toMatchObject({ outcome: "changed", fault: null, evidence: { digest: "equal" } });
    expect(await node.stat(`${etc}/${v3}`)).toMatchObject({ mode: "600", uid: 0, gid: 0 });
    expect(await node.read(`${etc}/config.toml`)).toMatch(/^version = 3(?:.|\n)*# one\n$/m);
    const replaced = events.filter(({ code }) => code === "replaced").map(({ params }) => params["path"]);
    expect(replaced).toEqual([`${etc}/${v3}`, node.registriesPath]);
    expect((await node.list(`/var/lib/pullpath/backups/${request.transactionId}`)).sort()).toEqual([
      `${v3}.absent`,
      "registries.yaml",
      "registries.yaml.owner",
    ]);
    expect(await straysOn(node)).toEqual([]);
  });

  it("is left alone with its service when it is there already, and its rights are mended", async () => {
    const node = fleet.get("ways");
    const starts = await startsOf(node);
    await node.run(["chmod", "644", `${etc}/${v3}`]);
    const { report, events } = await pushTo(wanted, extending("one"), extending("one"));
    expect(report).toMatchObject({ outcome: "unchanged", fault: null });
    expect(codesOf(events)).toContain("apply rights-mended");
    expect((await node.stat(`${etc}/${v3}`)).mode).toBe("600");
    expect(await startsOf(node)).toBe(starts);
  });

  it("is put in effect when the service is older than it", async () => {
    const node = fleet.get("ways");
    await node.write(`${etc}/${v3}`, extending("by hand"));
    expect(await look(node)).toMatchObject({ newerTemplates: [`${etc}/${v3}`], pendingRestart: false });
    const starts = await startsOf(node);
    const { report } = await pushTo(wanted, extending("by hand"), extending("by hand"));
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(await startsOf(node)).toBe(starts + 1);
    expect((await look(node)).newerTemplates).toEqual([]);
  });

  it("replaces another one while the file stays, and keeps a backup that only root reads", async () => {
    const node = fleet.get("ways");
    await node.run(["chmod", "644", node.registriesPath]);
    const { report, request } = await pushTo(wanted, extending("by hand"), extending("two"));
    expect(report).toMatchObject({ outcome: "changed" });
    expect((await node.stat(node.registriesPath)).mode).toBe("600");
    expect(await templateOn(node, v3)).toBe(extending("two"));
    const saved = `/var/lib/pullpath/backups/${request.transactionId}/${v3}`;
    expect(await node.read(saved)).toBe(extending("by hand"));
    expect((await node.stat(saved)).mode).toBe("600");
  });

  it("is taken away, which is put in effect too", async () => {
    const node = fleet.get("ways");
    const { report, events } = await pushTo(wanted, extending("two"), null);
    expect(report).toMatchObject({ outcome: "changed", evidence: { digest: "equal" } });
    expect(codesOf(events)).toContain("apply removed");
    expect(await templateOn(node, v3)).toBeNull();
    expect(await node.read(`${etc}/config.toml`)).not.toContain("# two");
    expect(await look(node)).toMatchObject({ pendingRestart: false });
    expect(await straysOn(node)).toEqual([]);
  });
});

describe.concurrent("two templates and the file", () => {
  it("go together, one written and one taken away", async () => {
    const node = fleet.get("both");
    await node.write(`${etc}/${v2}`, extending("v2"));
    const templates = [
      templateChange(v2, { from: extending("v2"), to: null }),
      templateChange(v3, { from: null, to: extending("v3") }),
    ];
    const { report } = await push(targetOf(fleet, node), wanted, { templates });
    expect(report).toMatchObject({ outcome: "changed" });
    expect([await templateOn(node, v2), await templateOn(node, v3)]).toEqual([null, extending("v3")]);
  });

  it("come back together with owner and rights when containerd does not start", async () => {
    const node = fleet.get("back");
    await node.write(`${etc}/${v3}`, extending("old"), "0640");
    await node.run(["chown", "ops", `${etc}/${v3}`]);
    const templates = [
      templateChange(v2, { from: null, to: extending("unread") }),
      templateChange(v3, { from: extending("old"), to: stopping }),
    ];
    const { report } = await push(targetOf(fleet, node), wanted, { templates });
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "restart-failed" });
    expect(report.evidence["log"]).toContain("duplicated tables");
    expect(await node.stat(`${etc}/${v3}`)).toMatchObject({ mode: "640", uid: 2001 });
    expect([await templateOn(node, v2), await templateOn(node, v3)]).toEqual([null, extending("old")]);
    expect(await node.read(node.registriesPath)).toBe(old);
    expect(await node.activeState()).toBe("active");
    expect(await straysOn(node)).toEqual([]);
  });

  it("come back when the one that was taken away was needed", async () => {
    const node = fleet.get("taken");
    await node.write(`${etc}/${v3}`, extending("needed"));
    await node.setFault("restart-fails", true, "new.example.com");
    const templates = [templateChange(v3, { from: extending("needed"), to: null })];
    const { report } = await push(targetOf(fleet, node), wanted, { templates });
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "restart-failed" });
    expect(await templateOn(node, v3)).toBe(extending("needed"));
    expect(await node.read(`${etc}/config.toml`)).toContain("# needed");
    expect(await node.read(node.registriesPath)).toBe(old);
  });

  it("are all named where a person has to bring them back", async () => {
    const node = fleet.get("hand");
    await node.write(`${etc}/${v3}`, extending("old"));
    await node.setFault("restart-fails", true);
    const templates = [
      templateChange(v2, { from: null, to: extending("new") }),
      templateChange(v3, { from: extending("old"), to: extending("new") }),
    ];
    const { report, request } = await push(targetOf(fleet, node), wanted, { templates });
    expect(report).toMatchObject({ outcome: "rollback-failed", fault: "restart-failed" });
    const folder = `/var/lib/pullpath/backups/${request.transactionId}`;
    const install = "install -m 600 -o root -g root";
    expect(report.evidence["restore"]?.split("\n")).toEqual([
      `rm -f ${etc}/${v2}`,
      `${install} ${folder}/${v3} ${etc}/${v3}`,
      `${install} ${folder}/registries.yaml ${node.registriesPath}`,
      "systemctl restart k3s",
    ]);
    expect([await templateOn(node, v2), await templateOn(node, v3)]).toEqual([null, extending("old")]);
    await node.setFault("restart-fails", false);
  });

  it("are only written when told so, and the next push puts a removal in effect", async () => {
    const node = fleet.get("written");
    const target = targetOf(fleet, node);
    const starts = await startsOf(node);
    const change = (from: string | null, to: string | null) => [templateChange(v3, { from, to })];
    const written = await push(target, old, { templates: change(null, extending("x")), writeOnly: true });
    expect(written.report).toMatchObject({ outcome: "written", evidence: { digest: "equal" } });
    expect((await look(node)).newerTemplates).toEqual([`${etc}/${v3}`]);
    const removed = await push(target, old, { templates: change(extending("x"), null), writeOnly: true });
    expect(removed.report).toMatchObject({ outcome: "written" });
    expect(await look(node)).toMatchObject({ pendingRestart: true, userTemplates: [] });
    expect(await startsOf(node)).toBe(starts);
    expect((await push(target, old)).report.outcome).toBe("changed");
    expect((await push(target, old)).report.outcome).toBe("unchanged");
  });

  it("reach a node whose K3s never started, in a folder as K3s makes it, and one with OpenRC", async () => {
    for (const name of ["never", "openrc"]) {
      const node = fleet.get(name);
      await node.remove("/var/lib/rancher/k3s/agent");
      const templates = [templateChange(v3, { from: null, to: extending("new") })];
      const { report } = await push(targetOf(fleet, node), wanted, {
        templates,
        writeOnly: name === "never",
      });
      expect(report).toMatchObject({ outcome: name === "never" ? "written" : "changed", fault: null });
      expect(await templateOn(node, v3)).toBe(extending("new"));
      expect((await node.stat("/var/lib/rancher/k3s/agent")).mode).toBe("700");
      for (const folder of ["/var/lib/rancher/k3s/agent/etc", etc])
        expect((await node.stat(folder)).mode).toBe("755");
    }
  });
});
