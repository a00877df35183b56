import { afterAll, beforeAll, expect, it } from "vitest";
import { getNode, listSameKey } from "@/lib/server/nodes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, machinesOf, mirrorTo } from "@/tests/support/pushes";

temporaryDatabase();
let fleet: TestFleet;

beforeAll(async () => {
  fleet = await startNodes([{ name: "one" }, { name: "two" }]);
});
afterAll(() => fleet.stop());

it("a machine registered under two addresses is told at its nodes and before a push", async () => {
  const proxy = await startCutProxy(fleet.get("one"));
  const { host, port } = proxy;
  const alias = { name: "alias", host, port, hostKey: fleet.get("one").hostKey };
  const { groupId } = await groupOf(
    [...machinesOf(fleet, ["one", "two"]), alias],
    mirrorTo("https://mirror.example.com"),
  );
  const { nodes } = await reviewPush(groupId, admin);
  const told = nodes.map(({ name, warnings }) => [
    name,
    warnings.filter(({ code }) => code === "same-host-key").map(({ params }) => params),
  ]);
  expect(Object.fromEntries(told)).toEqual({ one: [{ names: "alias" }], alias: [{ names: "one" }], two: [] });
  const idOf = (name: string) => nodes.find((node) => node.name === name)?.nodeId ?? "";
  const sharers = async (name: string) => listSameKey(admin, await getNode(admin, idOf(name)));
  expect(await sharers("alias")).toEqual([{ id: idOf("one"), name: "one" }]);
  expect(await sharers("two")).toEqual([]);
  await proxy.stop();
});
