import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateGroup } from "@/lib/server/groups/write-group";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  confirmClusters,
  groupOf,
  machinesOf,
  mirrorTo,
  outcomesOf,
  type Pushable,
  push,
  quick,
  save,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";

temporaryDatabase();
let fleet: TestFleet;
let stopRunner = () => {};
let pair: Pushable;
let single: Pushable;

beforeAll(async () => {
  fleet = await startNodes(["s1", "s2", "s3"].map((name) => ({ name, cluster: "blue" })));
  stopRunner = startRunner();
  pair = await groupOf(machinesOf(fleet, ["s1", "s2"]), mirrorTo("https://one.example.com"));
  single = await groupOf(machinesOf(fleet, ["s3"]), mirrorTo("https://two.example.com"));
  await confirmClusters([...pair.nodeIds, ...single.nodeIds]);
});
afterAll(async () => {
  stopRunner();
  await fleet.stop();
});

/** Times in which a machine's service was down, of all machines in one list. */
async function outages() {
  const each = await Promise.all(
    fleet.nodes.map(async (node) => (await node.outages()).map((time) => ({ ...time, node: node.name }))),
  );
  return each.flat().sort((left, right) => left.from - right.from);
}

describe("three servers of one cluster", () => {
  it("never restart together, also when two pushes run at once", async () => {
    const starts = await Promise.all(
      [pair, single].map(async ({ groupId }) => toStart(await reviewPush(groupId, admin))),
    );
    const before = (await outages()).length;
    const pushes = await Promise.all(starts.map((start) => startPush(start, randomUUID(), admin)));
    const views = await Promise.all(pushes.map(({ id }) => waitForPush(id)));
    expect(Object.assign({}, ...views.map(outcomesOf))).toEqual({
      s1: "changed",
      s2: "changed",
      s3: "changed",
    });
    const down = await outages();
    expect(down).toHaveLength(before + 3);
    for (const [index, time] of down.entries())
      expect(time.from).toBeGreaterThanOrEqual(down[index - 1]?.to ?? 0);
  });

  it("are left alone while another of them is not healthy", async () => {
    await fleet.get("s3").run(["systemctl", "stop", "k3s"]);
    await save(pair.configurationId, mirrorTo("https://three.example.com"), 1);
    await updateGroup(pair.groupId, { stopAfter: 0 }, admin);
    const before = (await outages()).length;
    const view = await push(pair.groupId, { ...quick, stopAfter: 0, canary: false });
    expect(view.nodes.map(({ outcome, fault }) => [outcome, fault?.code, fault?.params["server"]])).toEqual([
      ["failed", "quorum-at-risk", "s3"],
      ["failed", "quorum-at-risk", "s3"],
    ]);
    expect((await outages()).length).toBe(before);
    expect(await fleet.get("s1").read("/etc/rancher/k3s/registries.yaml")).toContain("one.example.com");
  });
});
