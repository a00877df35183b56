import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { render } from "@/lib/domain/registries/render";
import { getConfiguration } from "@/lib/server/configurations/queries";
import { getGroup } from "@/lib/server/groups/queries";
import { getPushDiffs, getPushEvents } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
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
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
let fleet: TestFleet;
let three: Pushable;
let one: Pushable;

beforeAll(async () => {
  fleet = await startNodes([
    { name: "a1", role: "agent", cluster: "blue" },
    { name: "a2", role: "agent", cluster: "blue" },
    { name: "s1", cluster: "blue" },
    { name: "lone", cluster: "green", distribution: "rke2", registries: mirrorTo("https://old.example.com") },
  ]);
});
afterAll(() => fleet.stop());
runnerAtWork();

describe("a push to a group", () => {
  it("brings the rendered file to every node, verifies it, and leaves right nodes alone the second time", async () => {
    const machines = machinesOf(fleet, ["a1", "a2", "s1"]);
    three = await groupOf(machines, mirrorTo("https://mirror.example.com"));
    const { groupId, configurationId } = three;
    const view = await push(groupId);
    expect(view.status).toBe("succeeded");
    expect(outcomesOf(view)).toEqual({ a1: "changed", a2: "changed", s1: "changed" });
    const { definition } = await getConfiguration(admin, configurationId);
    for (const machine of machines) {
      expect(await machine.read(machine.registriesPath)).toBe(render(definition));
      expect(await machine.stat(machine.registriesPath)).toMatchObject({ mode: "600", uid: 0, gid: 0 });
    }
    expect((await getGroup(admin, groupId)).wantedRevision?.number).toBe(1);
    const before = await Promise.all(machines.map((machine) => machine.restarts()));
    // Nothing restarts, so nobody has to agree to an outage.
    const again = await push(groupId, { ...quick, outageAccepted: false });
    expect(outcomesOf(again)).toEqual({ a1: "unchanged", a2: "unchanged", s1: "unchanged" });
    expect(await Promise.all(machines.map((machine) => machine.restarts()))).toEqual(before);
  });

  it("delivers credentials to the node and shows them nowhere else", async () => {
    const secret = `canary-${randomUUID()}`;
    const yaml = `configs:\n  "harbor.corp:8443":\n    auth:\n      username: "robot"\n      password: "${secret}"\n`;
    const lone = fleet.get("lone");
    one = await groupOf([lone], yaml);
    const review = await reviewPush(one.groupId, admin);
    expect(JSON.stringify(review)).not.toContain(secret);
    expect(
      review.diffs[0]?.lines.some((line) => line.kind === "removed" && line.text.includes("old.example.com")),
    ).toBe(true);
    const { id } = await startPush(toStart(review), randomUUID(), admin);
    const view = await waitForPush(id);
    expect(outcomesOf(view)).toEqual({ lone: "changed" });
    expect(await lone.read(lone.registriesPath)).toContain(secret);
    const { id: transaction = "" } = view.nodes[0] ?? {};
    const request = await lone.read(`/var/lib/pullpath/transactions/${transaction}/request`);
    expect(request).toContain("\nactive-limit 600\n");
    const told = JSON.stringify([view, await getPushEvents(admin, id), await getPushDiffs(admin, id)]);
    expect(told).not.toContain(secret);
    expect(told).toContain("••••••");
  });

  it("starts one push for the same key, however often it is sent", async () => {
    const start = toStart(await reviewPush(three.groupId, admin));
    const key = randomUUID();
    const started = await Promise.all([startPush(start, key, admin), startPush(start, key, admin)]);
    expect(started[0].id).toBe(started[1].id);
    await waitForPush(started[0].id);
  });

  it("refuses a start whose review is out of date, or whose outage nobody agreed to", async () => {
    await save(one.configurationId, mirrorTo("https://second.example.com"), 1);
    const review = await reviewPush(one.groupId, admin);
    await expect(
      startPush({ ...toStart(review), wantedDigest: "0".repeat(64) }, randomUUID(), admin),
    ).rejects.toMatchObject({
      reason: "reviewOutdated",
    });
    await expect(
      startPush(toStart(review, { ...quick, outageAccepted: false }), randomUUID(), admin),
    ).rejects.toMatchObject({ reason: "outageNotAccepted", params: { names: "lone" } });
  });

  it("stops a node whose file changed after the review, and leaves what somebody wrote", async () => {
    const lone = fleet.get("lone");
    const start = toStart(await reviewPush(one.groupId, admin));
    const byHand = mirrorTo("https://by-hand.example.com");
    await lone.write(lone.registriesPath, byHand);
    const view = await waitForPush((await startPush(start, randomUUID(), admin)).id);
    expect(view.nodes[0]).toMatchObject({ outcome: "failed", fault: { code: "file-changed" } });
    expect(await lone.read(lone.registriesPath)).toBe(byHand);
  });
});
