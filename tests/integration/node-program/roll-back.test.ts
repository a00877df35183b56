import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Timing } from "@/lib/server/node-program/request";
import {
  codesOf,
  hostsFile,
  mirrorFile,
  push,
  sha256,
  startsOf,
} from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import type { Fault } from "@/tests/support/nodes/faults";
import type { NodeSpec } from "@/tests/support/nodes/node-spec";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const refused = 'mirrors:\n  docker.io:\n    endpoint: "https://user:hunter2@new.example.com"\n\tbad\n';

const oldNode = (name: string): NodeSpec => ({ name, registries: old });

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "s1", registries: old },
    { name: "a1", role: "agent", unitType: "exec", cluster: "s1", registries: old },
    { name: "a2", role: "agent", cluster: "s1", registries: old },
    { name: "exits", badFile: "exits", registries: old },
    { name: "fresh" },
    ...["restart-fails", "restart-hangs", "flaps", "containerd-down", "not-ready"].map(oldNode),
    ...["generated", "by-hand", "slow", "no-containerd"].map(oldNode),
    { name: "failing", badFile: "exits", registries: old },
  ]);
});
afterAll(() => fleet.stop());

async function expectOldInEffect(node: TestNode) {
  expect(await node.read(node.registriesPath)).toBe(old);
  expect((await node.stat(node.registriesPath))?.mode).toBe("600");
  expect(await node.activeState()).toBe("active");
  expect((await node.list("/etc/rancher/k3s")).filter((name) => name.startsWith(".pullpath"))).toEqual([]);
}

describe.concurrent("a node that is worse afterwards goes back by itself", () => {
  it.each(["s1", "a1", "a2", "exits"])("a file K3s cannot read, on %s", async (name) => {
    const node = fleet.get(name);
    const { report, events } = await push(targetOf(fleet, node), refused);
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "configuration-refused" });
    expect(report.evidence["log"]).toContain("yaml:");
    expect(JSON.stringify(report)).not.toContain("hunter2");
    expect(codesOf(events)).toEqual(expect.arrayContaining(["verify rolling-back", "verify restored"]));
    await expectOldInEffect(node);
  });

  it("a refused file where there was none leaves none", async () => {
    const node = fleet.get("fresh");
    const { report } = await push(targetOf(fleet, node), refused);
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "configuration-refused" });
    expect(await node.exists(node.registriesPath)).toBe(false);
    expect(await node.activeState()).toBe("active");
  });

  it.each<{ cause: Fault; value?: number; fault: string; timing: Partial<Timing> }>([
    { cause: "restart-fails", fault: "restart-failed", timing: {} },
    { cause: "restart-hangs", fault: "not-active-in-time", timing: { activeSeconds: 5 } },
    { cause: "flaps", value: 1.5, fault: "unit-flapping", timing: { watchSeconds: 4 } },
    { cause: "containerd-down", fault: "containerd-down", timing: { verifySeconds: 5 } },
    { cause: "not-ready", fault: "not-ready", timing: { verifySeconds: 5 } },
  ])("$cause is told as its own fault", async ({ cause, value = true, fault, timing }) => {
    const node = fleet.get(cause);
    await node.setFault(cause, value, "new.example.com");
    const { report } = await push(targetOf(fleet, node), wanted, { timing });
    expect(report).toMatchObject({ outcome: "rolled-back", fault });
    await expectOldInEffect(node);
  });

  it("generated files that are missing or different, unless that is only a warning", async () => {
    const node = fleet.get("generated");
    const files = [{ path: "certs.d/docker.io/hosts.toml", sha256: sha256(hostsFile("other.example.com")) }];
    const strict = await push(targetOf(fleet, node), wanted, {
      generated: { files, enforce: true },
      timing: { verifySeconds: 1 },
    });
    expect(strict.report).toMatchObject({ outcome: "rolled-back", fault: "not-generated" });
    await expectOldInEffect(node);
    const mild = await push(targetOf(fleet, node), wanted, { generated: { files, enforce: false } });
    expect(mild.report).toMatchObject({ outcome: "changed", evidence: { generatedDiffers: "different" } });
  });

  it("a way back that fails names the commands to go by hand", async () => {
    const node = fleet.get("by-hand");
    await node.setFault("restart-fails", true);
    const { report, request } = await push(targetOf(fleet, node), wanted);
    expect(report).toMatchObject({ outcome: "rollback-failed", fault: "restart-failed" });
    expect(report.evidence["restore"]).toContain(`backups/${request.transactionId}/registries.yaml`);
    expect(report.evidence["restore"]).toContain("systemctl restart k3s");
    expect(await node.read(node.registriesPath)).toBe(old);
    await node.setFault("restart-fails", false);
    await waitFor(async () => (await node.activeState()) === "active");
  });
});

describe.concurrent("what is no fault of the file is not held against it", () => {
  it("a slow start", async () => {
    const node = fleet.get("slow");
    await node.setFault("restart-slow", 2.5);
    const { report } = await push(targetOf(fleet, node), wanted);
    await node.setFault("restart-slow", false);
    expect(report).toMatchObject({ outcome: "changed", fault: null });
  });

  it("a containerd that was down before", async () => {
    const node = fleet.get("no-containerd");
    await node.setFault("containerd-down", true);
    await waitFor(async () => (await node.exec(["k3s", "crictl", "info"])).code !== 0);
    const { report } = await push(targetOf(fleet, node), wanted);
    await node.setFault("containerd-down", false);
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(report.evidence["brokenBefore"]).toContain("containerd");
    expect(report.evidence["containerd"]).toBe("silent");
  });

  it("a service that kept failing before", async () => {
    const node = fleet.get("failing");
    await node.write(node.registriesPath, "mirrors:\n\tbad\n");
    await node.exec(["systemctl", "restart", node.unit]);
    const { report } = await push(targetOf(fleet, node), wanted);
    expect(report).toMatchObject({ outcome: "changed", fault: null, evidence: { unit: "active" } });
    await node.setFault("restart-fails", true);
    await node.exec(["systemctl", "restart", node.unit]);
    const starts = await startsOf(node);
    const worse = await push(targetOf(fleet, node), old);
    await node.setFault("restart-fails", false);
    expect(worse.report).toMatchObject({ outcome: "changed", fault: null });
    expect(worse.report.evidence["brokenBefore"]).toContain("unit");
    expect(await startsOf(node)).toBeGreaterThan(starts);
  });
});
