import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { checkDrift } from "@/lib/server/drift/check-drift";
import { getDrift } from "@/lib/server/drift/queries";
import { getPush } from "@/lib/server/pushes/queries";
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
  save,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const names = ["b1", "b2"];
let fleet: TestFleet;
let group: Pushable;
let second = "";

beforeAll(async () => {
  fleet = await startNodes(names.map((name) => ({ name, role: "agent" as const })));
  group = await groupOf(machinesOf(fleet, names), mirrorTo("https://first.example.com"));
});
afterAll(() => fleet.stop());
runnerAtWork();

const wantedNumber = async () =>
  (await db().group.findUnique({ where: { id: group.groupId }, include: { wantedRevision: true } }))
    ?.wantedRevision?.number;
const textOf = (name: string) => fleet.get(name).read(fleet.get(name).registriesPath);
const states = async () => {
  await checkDrift(group.nodeIds, admin);
  return Object.fromEntries((await getDrift(admin)).nodes.map(({ name, state }) => [name, state]));
};

/** What the page of a rollback sends: the earlier revision, to some of the nodes. */
async function takeBack(nodes: string[], more: { rollbackOf: string; keepWanted?: boolean }) {
  const review = await reviewPush(group.groupId, admin, 1);
  const start = toStart(review);
  const wanted = new Set(review.nodes.filter(({ name }) => nodes.includes(name)).map(({ nodeId }) => nodeId));
  const chosen = start.nodes.filter(({ nodeId }) => wanted.has(nodeId));
  const { id } = await startPush({ ...start, ...more, nodes: chosen }, randomUUID(), admin);
  return waitForPush(id);
}

it("knows no way back from the first push, and the earlier revision after the second", async () => {
  const first = await push(group.groupId);
  expect((await getPush(admin, first.id)).before).toBeNull();
  await save(group.configurationId, mirrorTo("https://second.example.com"), 1);
  const pushed = await push(group.groupId);
  second = pushed.id;
  expect((await getPush(admin, second)).before).toMatchObject({ number: 1 });
});

it("brings one node back without making the group want that", async () => {
  const view = await takeBack(["b2"], { rollbackOf: second, keepWanted: true });
  expect(outcomesOf(view)).toEqual({ b1: "skipped", b2: "changed" });
  expect(view.rollbackOf).toMatchObject({ id: second });
  expect(await textOf("b2")).toContain("https://first.example.com");
  expect(await textOf("b1")).toContain("https://second.example.com");
  expect(await wantedNumber()).toBe(2);
  expect(await states()).toEqual({ b1: "in-sync", b2: "drifted" });
});

it("brings the group back and holds it there, so that nothing is called drift", async () => {
  const view = await takeBack(names, { rollbackOf: second });
  expect(outcomesOf(view)).toEqual({ b1: "changed", b2: "unchanged" });
  expect(await textOf("b1")).toBe(await textOf("b2"));
  expect((await fleet.get("b1").stat(fleet.get("b1").registriesPath)).mode).toBe("600");
  expect(await wantedNumber()).toBe(1);
  expect(await states()).toEqual({ b1: "in-sync", b2: "in-sync" });
});

it("can itself be taken back", async () => {
  const pushes = await db().push.findMany({ orderBy: { number: "desc" }, take: 1 });
  expect((await getPush(admin, pushes[0]?.id ?? "")).before).toMatchObject({ number: 2 });
});

it("takes back only what went to the same group", async () => {
  await expect(takeBack(["b1"], { rollbackOf: "no-such-push" })).rejects.toMatchObject({
    code: "not-found",
    reason: "pushNotFound",
  });
});
