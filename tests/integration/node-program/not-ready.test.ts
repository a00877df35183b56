import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mirrorFile, push, requestFor, run } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const kubeconfig = "/var/lib/rancher/k3s/agent/kubelet.kubeconfig";
const timing = { verifySeconds: 4 };

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "no-cni", registries: old, nodeGraceMs: 60_000 },
    { name: "talks", registries: old, nodeGraceMs: 60_000 },
    { name: "plain", registries: old, nodeGraceMs: 60_000 },
    { name: "before", registries: old, nodeGraceMs: 60_000 },
    { name: "gate", registries: old, nodeGraceMs: 60_000 },
    { name: "behind", role: "agent", cluster: "gate", registries: old, nodeGraceMs: 60_000 },
  ]);
});
afterAll(() => fleet.stop());

async function pushTo(name: string, said: string | true) {
  const node = fleet.get(name);
  await node.setFault("not-ready", said, "new.example.com");
  const { report } = await push(targetOf(fleet, node), wanted, { timing });
  expect(report).toMatchObject({ outcome: "rolled-back", fault: "not-ready" });
  expect(await node.read(node.registriesPath)).toBe(old);
  return report;
}

describe.concurrent("a node that is not Ready afterwards", () => {
  it("tells what its kubelet says, and since when", async () => {
    const said = "container runtime network not ready: cni config uninitialized";
    const { params, evidence } = await pushTo("no-cni", said);
    expect(params).toMatchObject({ ready: "no", message: said });
    expect(params["seconds"]).toMatch(/^\d+$/);
    expect(evidence["readySaid"]).toBe(said);
    // The way back was proven after that.
    expect(evidence["ready"]).toBe("yes");
  });

  it("tells a part of a long message, without what could be a secret or a half of one", async () => {
    const tail = "unbroken".repeat(50);
    const said = `[a|b] "quoted" Ready True https://me:hunter2@harbor.corp ${"word ".repeat(380)}${tail}`;
    const { params, evidence } = await pushTo("talks", said);
    for (const text of [params["message"] ?? "", evidence["readySaid"] ?? ""]) {
      expect(text).toContain('[a|b] "quoted" Ready True');
      expect(text).toMatch(/word$/);
      expect(text).not.toContain("hunter2");
      expect(text.length).toBeLessThanOrEqual(2000);
    }
  });

  it("tells the words that Kubernetes has for a network that is not there", async () => {
    const { params } = await pushTo("plain", true);
    expect(params["message"]).toMatch(/^container runtime network not ready: NetworkReady=false/);
  });

  it("and was not before either tells why, and keeps the file", async () => {
    const node = fleet.get("before");
    await node.setFault("not-ready", "disk pressure");
    const asked = ["k3s", "kubectl", "--kubeconfig", kubeconfig, "get", "nodes"];
    await waitFor(async () => (await node.run(asked)).includes("NotReady"));
    const { report } = await push(targetOf(fleet, node), wanted, { timing });
    expect(report).toMatchObject({ outcome: "changed", fault: null });
    expect(report.evidence).toMatchObject({ ready: "no", readySaid: "disk pressure" });
    expect(report.evidence["brokenBefore"]).toContain("ready");
  });

  it("tells why nobody knows where the API is away", async () => {
    const node = fleet.get("behind");
    const target = targetOf(fleet, node);
    await node.setFault("restart-slow", 20, "new.example.com");
    const request = await requestFor(target, wanted, { timing });
    const state = `/var/lib/pullpath/transactions/${request.transactionId}/state`;
    const running = run(target, request);
    await waitFor(
      async () => (await node.exists(state)) && (await node.read(state)).endsWith("restarting\n"),
    );
    await fleet.get("gate").exec(["systemctl", "stop", "k3s"]);
    const { report } = await running;
    // Ready cannot be proven for the old file either.
    expect(report).toMatchObject({ outcome: "rollback-failed", fault: "not-ready" });
    expect(report.params).toMatchObject({ ready: "unknown", second: "not-ready" });
    expect(report.params["message"]).toMatch(/^The connection to the server .* was refused/);
    expect(report.evidence["readySaid"]).toBe(report.params["message"]);
  });
});
