import { afterAll, beforeAll, expect, it } from "vitest";
import { checkDrift } from "@/lib/server/drift/check-drift";
import { getDrift } from "@/lib/server/drift/queries";
import { checkDue, listDue } from "@/lib/server/drift/watch";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, mirrorTo, outcomesOf, push, save } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const everyMinutes = 60;
const listStates = async () => (await getDrift(admin)).nodes.map(({ state }) => state);
let fleet: TestFleet;

beforeAll(async () => {
  fleet = await startNodes([{ name: "a1" }]);
});
afterAll(() => fleet.stop());
runnerAtWork();

it("looks at a node at once when a push went back on it, and tells that it differs", async () => {
  const machine = fleet.get("a1");
  await machine.setFault("restart-fails", true, "unlucky.example.com");
  const { groupId, configurationId, nodeIds } = await groupOf([machine], mirrorTo("https://a.example.com"));
  await push(groupId);
  await checkDrift(nodeIds, admin);
  expect(await listDue(Date.now(), everyMinutes)).toEqual([]);

  await save(configurationId, mirrorTo("https://unlucky.example.com"), 1);
  expect(outcomesOf(await push(groupId))).toEqual({ a1: "rolled-back" });
  expect(await listStates()).toEqual(["not-checked"]);
  const due = await listDue(Date.now(), everyMinutes);
  expect(due.map(({ id }) => id)).toEqual(nodeIds);
  await checkDue(due, new AbortController().signal);
  expect(await listStates()).toEqual(["drifted"]);
  expect(await listDue(Date.now(), everyMinutes)).toEqual([]);
});
