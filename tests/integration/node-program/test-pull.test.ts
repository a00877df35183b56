import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codesOf, mirrorFile, push } from "@/tests/integration/node-program/push";
import { targetOf } from "@/tests/integration/ssh/target-of";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";

const old = mirrorFile("old.example.com");
const wanted = mirrorFile("new.example.com");
const testImage = "docker.io/library/busybox:1.37";
const deep = { verifyDepth: "pull", testImage } as const;

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "good", registries: old },
    { name: "rke2", registries: old, distribution: "rke2" },
    { name: "worse", registries: old },
    { name: "before", registries: old },
    { name: "same", registries: old },
    { name: "shallow", registries: old },
  ]);
});
afterAll(() => fleet.stop());

const pullsOf = async (node: TestNode) => (await node.read("/var/lib/played/pulls")).trim().split("\n");

describe.concurrent("a test pull", () => {
  it.each(["good", "rke2"])(
    "is asked for before and after, by the service's own crictl: %s",
    async (name) => {
      const node = fleet.get(name);
      const { report, events } = await push(targetOf(fleet, node), wanted, deep);
      expect(report).toMatchObject({
        outcome: "changed",
        evidence: { depth: "5", pull: "yes", image: testImage },
      });
      expect(await pullsOf(node)).toEqual([testImage, testImage]);
      expect(codesOf(events)).toEqual(expect.arrayContaining(["check pulled", "verify pulled"]));
    },
  );

  it("that gets worse brings the old file back, and tells why without logins", async () => {
    const node = fleet.get("worse");
    await node.setFault("pull-fails", "https://me:hunter2@new.example.com answers 401", "new.example.com");
    await node.setFault("pull-log", 'level=info msg="trying next host" host=new.example.com\n');
    const { report } = await push(targetOf(fleet, node), wanted, deep);
    expect(report).toMatchObject({ outcome: "rolled-back", fault: "test-pull-failed" });
    expect(report.evidence["pullError"]).toContain("answers 401");
    expect(report.evidence["pullHosts"]).toContain("host=new.example.com");
    expect(JSON.stringify(report)).not.toContain("hunter2");
    expect(await node.read(node.registriesPath)).toBe(old);
    // One failure may be chance.
    expect(await pullsOf(node)).toHaveLength(3);
  });

  it("that failed before is told and not held against the file", async () => {
    const node = fleet.get("before");
    await node.setFault("pull-fails", true);
    const { report } = await push(targetOf(fleet, node), wanted, deep);
    expect(report).toMatchObject({ outcome: "changed", fault: null, evidence: { pull: "no" } });
    expect(report.evidence["brokenBefore"]).toContain("pull");
    expect(await node.read(node.registriesPath)).toBe(wanted);
  });

  it("of a node that is right already is told, too", async () => {
    const node = fleet.get("same");
    const { report } = await push(targetOf(fleet, node), old, deep);
    expect(report).toMatchObject({ outcome: "unchanged", evidence: { pull: "yes" } });
    expect(await pullsOf(node)).toEqual([testImage]);
  });

  it("is not made where nobody asked for it, or nothing restarts", async () => {
    const node = fleet.get("shallow");
    expect((await push(targetOf(fleet, node), wanted, { testImage })).report.outcome).toBe("changed");
    expect((await push(targetOf(fleet, node), old, { ...deep, writeOnly: true })).report.outcome).toBe(
      "written",
    );
    expect(await node.exists("/var/lib/played/pulls")).toBe(false);
  });
});
