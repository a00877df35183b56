import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { checkDrift } from "@/lib/server/drift/check-drift";
import { getDrift, getStanding, listDiffering } from "@/lib/server/drift/queries";
import { snoozeDrift, wakeDrift } from "@/lib/server/drift/snooze-drift";
import { checkDue, listDue } from "@/lib/server/drift/watch";
import { updateNode } from "@/lib/server/nodes/update-node";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  groupOf,
  machinesOf,
  mirrorTo,
  type Pushable,
  push,
  quick,
  save,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const day = 24 * 60 * 60_000;
const names = ["a1", "a2", "a3"];
const wanted = mirrorTo("https://mirror.example.com");
const byHand = `${mirrorTo("https://by-hand.example.com")}configs:
  by-hand.example.com:
    auth:
      username: robot
      password: canary-of-the-node
`;
let fleet: TestFleet;
let group: Pushable;

beforeAll(async () => {
  fleet = await startNodes(names.map((name) => ({ name, role: "agent" as const })));
  group = await groupOf(machinesOf(fleet, names), wanted);
});
afterAll(() => fleet.stop());
runnerAtWork();

const states = async () =>
  Object.fromEntries((await getDrift(admin)).nodes.map(({ name, state }) => [name, state]));
const edit = async (name: string, text: string) => {
  const machine = fleet.get(name);
  await machine.write(machine.registriesPath, text);
};
const find = async (name: string) => (await getDrift(admin)).nodes.find((node) => node.name === name);

describe("drift", () => {
  it("wants nothing before the first push", async () => {
    expect(await checkDrift(group.nodeIds, admin)).toEqual(
      group.nodeIds.map((nodeId) => ({ nodeId, state: null })),
    );
    expect(await states()).toEqual({ a1: "not-pushed", a2: "not-pushed", a3: "not-pushed" });
    expect(await getStanding(admin, group.nodeIds[0] ?? "")).toBeNull();
    const events = await db().auditEvent.findMany({ where: { action: "drift.checked" } });
    expect(events.map(({ detail }) => JSON.parse(detail ?? "{}"))).toEqual([
      { nodes: 3, names: ["a1", "a2", "a3"] },
    ]);
  });

  it("takes the word of a push that ended well", async () => {
    await push(group.groupId);
    expect(await states()).toEqual({ a1: "in-sync", a2: "in-sync", a3: "in-sync" });
  });

  it("finds equal changes by hand as one, and masks what is secret in them", async () => {
    await edit("a1", byHand);
    await edit("a2", byHand);
    await fleet.get("a3").remove(fleet.get("a3").registriesPath);
    const checked = await checkDrift(group.nodeIds, admin);
    expect(checked.map(({ state }) => state)).toEqual(["drifted", "drifted", "missing-file"]);
    const { nodes, diffs } = await getDrift(admin);
    const [one, two, gone] = nodes;
    expect(one?.difference).toBe(two?.difference);
    expect(one?.file?.owner).toBe("root:root");
    const lines = JSON.stringify(diffs[one?.difference ?? ""]?.lines);
    expect(lines).toContain("https://by-hand.example.com");
    expect(lines).toContain("https://mirror.example.com");
    expect(JSON.stringify({ nodes, diffs, rows: await db().driftCheck.findMany() })).not.toContain("canary");
    expect(gone).toMatchObject({ state: "missing-file", file: null });
  });

  it("is told in lists and on the page of a node as it is in full", async () => {
    const found = ["drifted", "drifted", "missing-file"];
    const all = group.nodeIds.map((id, at) => ({ id, groupId: group.groupId, state: found[at] }));
    expect(await listDiffering(admin, group.groupId)).toEqual(expect.arrayContaining(all));
    expect(await listDiffering(admin)).toHaveLength(all.length);
    expect(await listDiffering(admin, "another")).toEqual([]);
    const [first = "", , third = ""] = group.nodeIds;
    expect(await getStanding(admin, first)).toEqual({ state: "drifted", wanted: 1 });
    expect(await getStanding(admin, third)).toEqual({ state: "missing-file", wanted: 1 });
  });

  it("is snoozed with a reason until the file becomes another one", async () => {
    const [first = ""] = group.nodeIds;
    await snoozeDrift({ nodeIds: [first], reason: "registry moves", days: 7 }, admin);
    expect((await find("a1"))?.snooze).toMatchObject({ reason: "registry moves", byName: "admin" });
    expect((await find("a2"))?.snooze).toBeNull();
    await edit("a1", mirrorTo("https://another.example.com"));
    await checkDrift([first], admin);
    expect((await find("a1"))?.snooze).toBeNull();
  });

  it("is not snoozed where nothing differs, and a snooze can be ended", async () => {
    const [, second = ""] = group.nodeIds;
    await snoozeDrift({ nodeIds: [second], reason: "later", days: 1 }, admin);
    await wakeDrift([second], admin);
    expect((await find("a2"))?.snooze).toBeNull();
    await edit("a2", "");
    await push(group.groupId, { ...quick, stopAfter: 0 });
    expect(await listDiffering(admin)).toEqual([]);
    await checkDrift([second], admin);
    await expect(snoozeDrift({ nodeIds: [second], reason: "later", days: 1 }, admin)).rejects.toMatchObject({
      code: "conflict",
      reason: "driftGone",
    });
  });

  it("keeps to the revision that was pushed when a newer one is saved", async () => {
    await save(group.configurationId, mirrorTo("https://newer.example.com"), 1);
    expect((await checkDrift(group.nodeIds, admin)).map(({ state }) => state)).toEqual(
      names.map(() => "in-sync"),
    );
    const review = await reviewPush(group.groupId, admin, 1);
    expect(review.revision.number).toBe(1);
    expect(review.nodes.map(({ change }) => change)).toEqual(names.map(() => "none"));
    expect((await reviewPush(group.groupId, admin)).revision.number).toBe(2);
    await expect(reviewPush(group.groupId, admin, 9)).rejects.toMatchObject({ reason: "revisionNotFound" });
  });

  it("leaves a machine with another host key to a person, and asks it no more by itself", async () => {
    const [, second = ""] = group.nodeIds;
    await fleet.get("a2").changeHostKey();
    await checkDue(await listDue(Date.now() + day, 60), new AbortController().signal);
    expect(await states()).toEqual({ a1: "in-sync", a2: "identity-changed", a3: "in-sync" });
    expect((await find("a2"))?.fault?.code).toBe("host-key-changed");
    const due = await listDue(Date.now() + day, 60);
    expect(due.map(({ id }) => id)).not.toContain(second);
    expect(due).toHaveLength(2);
    await db().hostKey.update({ where: { nodeId: second }, data: { trustedAt: new Date() } });
    expect((await find("a2"))?.state).toBe("not-checked");
    expect((await listDue(Date.now(), 60)).map(({ id }) => id)).toEqual([second]);
  });

  it("says that nobody knows of a node that does not answer", async () => {
    await fleet.get("a3").end();
    const [, , third = ""] = group.nodeIds;
    await checkDrift([third], admin);
    const before = await find("a3");
    expect(before).toMatchObject({ state: "unreachable", fault: { code: "connection-refused" } });
    await checkDrift([third], admin);
    expect(await db().driftCheck.findUnique({ where: { nodeId: third } })).toMatchObject({ failures: 2 });
    expect((await find("a3"))?.since).toBe(before?.since);
  });

  it("wants nothing of a node that left its group, and says so instead of waiting for a look", async () => {
    const [, second = ""] = group.nodeIds;
    await updateNode(second, { groupId: null }, admin);
    expect(await find("a2")).toMatchObject({ state: "unmanaged", wanted: null, checkedAt: null });
  });

  it("is read by everybody, checked and decided about by those who may", async () => {
    for (const role of ["viewer", "editor", "auditor"] as const) {
      expect((await getDrift(actorWith(role))).nodes).toHaveLength(3);
      await expect(checkDrift(group.nodeIds, actorWith(role))).rejects.toMatchObject({ code: "forbidden" });
      await expect(wakeDrift(group.nodeIds, actorWith(role))).rejects.toMatchObject({ code: "forbidden" });
      await expect(
        snoozeDrift({ nodeIds: group.nodeIds, reason: "x", days: 1 }, actorWith(role)),
      ).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
