import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { getGroup } from "@/lib/server/groups/queries";
import { getPush, getPushDiffs, getPushEvents, listPushes } from "@/lib/server/pushes/queries";
import { retryPush } from "@/lib/server/pushes/retry-push";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import {
  admin,
  groupOf,
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
let target: Pushable;
const dry = { ...quick, dryRun: true };
const names = ["a1", "a2", "a3", "s1"];

beforeAll(async () => {
  fleet = await startNodes(
    names.map((name) => ({ name, role: name === "s1" ? ("server" as const) : ("agent" as const) })),
  );
  target = await groupOf(fleet.nodes.slice(), mirrorTo("https://one.example.com"));
});
afterAll(() => fleet.stop());
runnerAtWork();

/** Whatever a push could leave or make on a node. */
const tracesOf = async (node: TestNode) => [
  await node.run([
    "sh",
    "-c",
    "find /etc /var/lib/pullpath /var/lib/rancher -printf '%p %m %T@ %s\\n' 2>/dev/null | sort",
  ]),
  (await node.restarts()).length,
];
const traces = () => Promise.all(fleet.nodes.map(tracesOf));

describe("a dry run", () => {
  it("checks every node in order, tells what would happen, and leaves no trace on any", async () => {
    const before = await traces();
    const view = await push(target.groupId, { ...dry, ramp: ["1", "2"], approval: "batch", canary: false });
    expect(view.status).toBe("succeeded");
    expect(outcomesOf(view)).toEqual({ a1: "skipped", a2: "skipped", a3: "skipped", s1: "skipped" });
    for (const { evidence } of view.nodes) expect(evidence).toMatchObject({ would: "write-restart" });
    expect(await traces()).toEqual(before);
    expect(await fleet.get("a1").exists("/var/lib/pullpath")).toBe(false);
    const started = (await getPushEvents(admin, view.id)).filter(({ code }) => code === "node-started");
    expect(started.map(({ pushNodeId }) => pushNodeId)).toEqual(view.nodes.map(({ id }) => id));
    const diffs = await getPushDiffs(admin, view.id);
    expect(diffs[view.nodes[0]?.id ?? ""]?.lines.length).toBeGreaterThan(0);
  });

  it("changes nothing of what the group wants or was last pushed, and the audit names it", async () => {
    const group = await getGroup(admin, target.groupId);
    expect(group).toMatchObject({ wantedRevision: null, lastPush: null });
    const [latest] = await listPushes(admin);
    expect(latest?.options.dryRun).toBe(true);
    const line = await db().auditEvent.findFirst({
      where: { action: "push.started", targetId: latest?.id ?? "" },
    });
    expect(JSON.parse(line?.detail ?? "{}")).toMatchObject({
      dryRun: true,
      configuration: group.configuration?.name,
      revision: 1,
    });
  });

  it("can be neither retried nor taken back", async () => {
    const [latest] = await listPushes(admin);
    const id = latest?.id ?? "";
    await expect(retryPush({ id, key: randomUUID() }, admin)).rejects.toMatchObject({
      reason: "pushWasDry",
    });
    const start = { ...toStart(await reviewPush(target.groupId, admin)), rollbackOf: id };
    await expect(startPush(start, randomUUID(), admin)).rejects.toMatchObject({ reason: "pushWasDry" });
  });

  it("needs the right to push, and what a push needs a person to agree to", async () => {
    const start = toStart(await reviewPush(target.groupId, admin), { ...dry, outageAccepted: false });
    await expect(startPush(start, randomUUID(), actorWith("editor"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(startPush(start, randomUUID(), admin)).rejects.toMatchObject({
      reason: "outageNotAccepted",
    });
  });

  it("shows the fault of every node that a push would meet, and goes on after it", async () => {
    const start = toStart(await reviewPush(target.groupId, admin), dry);
    await fleet.get("a2").write(fleet.get("a2").registriesPath, mirrorTo("https://by-hand.example.com"));
    await fleet.get("a3").setFault("read-only");
    const view = await waitForPush((await startPush(start, randomUUID(), admin)).id);
    expect(view.status).toBe("failed");
    expect(outcomesOf(view)).toEqual({ a1: "skipped", a2: "failed", a3: "failed", s1: "skipped" });
    expect(view.nodes.map(({ fault }) => fault?.code)).toEqual([
      undefined,
      "file-changed",
      "read-only",
      undefined,
    ]);
    await fleet.get("a3").setFault("read-only", false);
    await fleet.get("a2").remove(fleet.get("a2").registriesPath);
  });

  it("says what needs nothing, and a real push afterwards knows its own files again", async () => {
    expect((await push(target.groupId)).status).toBe("succeeded");
    const same = await push(target.groupId, dry);
    expect(outcomesOf(same)).toEqual({ a1: "unchanged", a2: "unchanged", a3: "unchanged", s1: "unchanged" });
    expect(same.nodes[0]?.evidence).toMatchObject({ would: "nothing" });
    await save(target.configurationId, mirrorTo("https://two.example.com"), 1);
    const wouldWrite = await push(target.groupId, { ...dry, writeOnly: true });
    expect(wouldWrite.nodes[0]?.evidence).toMatchObject({ would: "write" });
    const review = await reviewPush(target.groupId, admin);
    expect(review.nodes.every(({ foreign }) => foreign === null)).toBe(true);
    const view = await push(target.groupId);
    expect((await getPush(admin, view.id)).before?.number).toBe(1);
    expect((await getGroup(admin, target.groupId)).wantedRevision?.number).toBe(2);
  });
});
