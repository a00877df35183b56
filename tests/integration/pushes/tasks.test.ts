import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { Tasks } from "@/lib/server/pushes/tasks";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, machinesOf, mirrorTo, toStart } from "@/tests/support/pushes";

temporaryDatabase();
let fleet: TestFleet;

beforeAll(async () => {
  fleet = await startNodes([{ name: "one" }, { name: "two" }]);
});
afterAll(() => fleet.stop());

it("a node that ends while others are read is not known until it was read itself", async () => {
  const { groupId } = await groupOf(
    machinesOf(fleet, ["one", "two"]),
    mirrorTo("https://mirror.example.com"),
  );
  const { id } = await startPush(toStart(await reviewPush(groupId, admin)), randomUUID(), admin);
  const tasks = await Tasks.open(id);
  const [one, two] = tasks.list().map((row) => row.id);
  if (one === undefined || two === undefined) throw new Error("two nodes take part");

  tasks.noteChange(one);
  const reading = tasks.catchUp();
  tasks.noteChange(two);
  await reading;
  expect([one, two].map((node) => tasks.isStale(node))).toEqual([false, true]);
  await tasks.catchUp();
  expect([one, two].map((node) => tasks.isStale(node))).toEqual([false, false]);
});
