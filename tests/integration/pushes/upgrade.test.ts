import { afterAll, beforeAll, expect, it } from "vitest";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import {
  admin,
  groupOf,
  machinesOf,
  mirrorTo,
  type Pushable,
  quick,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";

temporaryDatabase();
let fleet: TestFleet;
let group: Pushable;
let stopRunner = () => {};

beforeAll(async () => {
  fleet = await startNodes([{ name: "one" }]);
  group = await groupOf(machinesOf(fleet, ["one"]), mirrorTo("https://mirror.example.com"));
});
afterAll(async () => {
  stopRunner();
  await fleet.stop();
});

const install = (version: string) =>
  fleet
    .get("one")
    .run(["sed", "-i", `s/^PLAYED_VERSION=.*/PLAYED_VERSION=${version}/`, "/usr/local/bin/k3s"]);
const startWith = async (options = quick) =>
  startPush(toStart(await reviewPush(group.groupId, admin), options), crypto.randomUUID(), admin);
const endOf = async ({ id }: { id: string }) => {
  const [node] = (await waitForPush(id)).nodes;
  return [node?.outcome, node?.fault?.code];
};

it("a restart that also starts another release needs consent, in the review and until the write", async () => {
  const reviewed = await startWith();
  await install("v1.34.1+k3s1");
  stopRunner = startRunner();
  expect(await endOf(reviewed)).toEqual(["failed", "upgrade-not-agreed"]);
  expect(await fleet.get("one").exists("/etc/rancher/k3s/registries.yaml")).toBe(false);

  await expect(startWith()).rejects.toMatchObject({ reason: "upgradeNotAccepted", params: { names: "one" } });
  const other = { ...quick, upgradesAccepted: ["v1.33.5+k3s1 v1.35.0+k3s1"] };
  await expect(startWith(other)).rejects.toMatchObject({ reason: "upgradeNotAccepted" });
  expect(await endOf(await startWith({ ...quick, writeOnly: true }))).toEqual(["written", undefined]);
  expect(await endOf(await startWith({ ...quick, upgradesAccepted: ["v1.33.5+k3s1 v1.34.1+k3s1"] }))).toEqual(
    ["changed", undefined],
  );
  const [node] = (await reviewPush(group.groupId, admin)).nodes;
  expect(node).toMatchObject({ change: "none", warnings: [{ code: "cluster-unconfirmed" }] });
});
