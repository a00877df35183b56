import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Member } from "@/lib/domain/nodes/members";
import type { PushView } from "@/lib/domain/pushes/views";
import { updateGroup } from "@/lib/server/groups/write-group";
import { testNode } from "@/lib/server/nodes/test-node";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";
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
    const view = await push(pair.groupId, { ...quick, stopAfter: 0 });
    expect(view.nodes.map(({ outcome, fault }) => [outcome, fault?.code, fault?.params["server"]])).toEqual([
      ["failed", "quorum-at-risk", "s3"],
      ["failed", "quorum-at-risk", "s3"],
    ]);
    expect((await outages()).length).toBe(before);
    expect(await fleet.get("s1").read("/etc/rancher/k3s/registries.yaml")).toContain("one.example.com");
  });
});

describe("a cluster that knows more than Pullpath", () => {
  let green: TestFleet;
  let only: Pushable;
  beforeAll(async () => {
    green = await startNodes(["g1", "g2", "g3"].map((name) => ({ name, cluster: "green" })));
    only = await groupOf([green.get("g1")], mirrorTo("https://four.example.com"));
  });
  afterAll(() => green.stop());

  const untilMembers = (judge: (members: readonly Member[]) => boolean) =>
    waitFor(async () => {
      const { check } = await testNode(only.nodeIds[0] ?? "", admin);
      return judge(check?.facts?.members ?? []);
    });
  const endOf = ({ nodes: [node] }: PushView) => [
    node?.outcome,
    node?.fault?.code,
    node?.fault?.params["server"],
  ];

  it("keeps its one registered server from a restart while an unregistered voter is down", async () => {
    await green.get("g3").run(["systemctl", "stop", "k3s"]);
    await untilMembers((members) => members.some(({ name, ready }) => name === "g3" && ready !== true));
    expect(endOf(await push(only.groupId, quick))).toEqual(["failed", "quorum-at-risk", "g3"]);
    expect(await green.get("g1").exists("/etc/rancher/k3s/registries.yaml")).toBe(false);
    await green.get("g3").run(["systemctl", "start", "k3s"]);
    await untilMembers((members) => members.length === 3 && members.every(({ ready }) => ready === true));
  });

  it("asks for no consent with three voters, and stops when one has left since", async () => {
    stopRunner();
    const start = toStart(await reviewPush(only.groupId, admin), { ...quick, outageAccepted: false });
    const { id } = await startPush(start, randomUUID(), admin);
    await green.get("g3").run(["sh", "-c", "systemctl stop k3s; rm /run/played/cluster/nodes/g3"]);
    stopRunner = startRunner();
    expect(endOf(await waitForPush(id))).toEqual(["failed", "outage-not-agreed", undefined]);
  });
});
