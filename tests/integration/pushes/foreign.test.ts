import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PushReview } from "@/lib/domain/pushes/review";
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
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
let fleet: TestFleet;
let both: Pushable;

beforeAll(async () => {
  fleet = await startNodes([
    { name: "found", role: "agent", registries: mirrorTo("https://old.example.com") },
    { name: "empty", role: "agent" },
  ]);
  both = await groupOf(machinesOf(fleet, ["found", "empty"]), mirrorTo("https://mirror.example.com"));
});
afterAll(() => fleet.stop());
runnerAtWork();

const foreignOf = ({ nodes }: PushReview) =>
  Object.fromEntries(nodes.map(({ name, foreign }) => [name, foreign && foreign.writtenAt !== null]));

/** The start of somebody who agreed to nothing. */
const startWithout = async (review: PushReview) => {
  const start = toStart(review);
  const nodes = start.nodes.map(({ nodeId, reviewed }) => ({ nodeId, reviewed }));
  return startPush({ ...start, nodes }, randomUUID(), admin);
};

it("replaces a file that Pullpath did not write only where a person agreed", async () => {
  const review = await reviewPush(both.groupId, admin);
  expect(foreignOf(review)).toEqual({ found: false, empty: null });
  expect(review.nodes.find(({ name }) => name === "found")?.foreign?.changedAt).toMatch(/^2\d{3}-/);
  await expect(startWithout(review)).rejects.toMatchObject({
    code: "invalid",
    reason: "overwriteNotAccepted",
    params: { count: 1, names: "found" },
  });
  expect(outcomesOf(await push(both.groupId))).toEqual({ found: "changed", empty: "changed" });
});

it("knows its own file again, and asks once more when somebody edited it", async () => {
  await save(both.configurationId, mirrorTo("https://second.example.com"), 1);
  expect(foreignOf(await reviewPush(both.groupId, admin))).toEqual({ found: null, empty: null });
  const machine = fleet.get("empty");
  await machine.write(machine.registriesPath, mirrorTo("https://by-hand.example.com"));
  const review = await reviewPush(both.groupId, admin);
  expect(foreignOf(review)).toEqual({ found: null, empty: true });
  await expect(startWithout(review)).rejects.toMatchObject({
    reason: "overwriteNotAccepted",
    params: { names: "empty" },
  });
  await machine.write(machine.registriesPath, mirrorTo("https://second.example.com"));
  const rendered = await reviewPush(both.groupId, admin);
  expect(rendered.nodes.find(({ name }) => name === "empty")).toMatchObject({ change: "layout-only" });
});
