import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getPushEvents } from "@/lib/server/pushes/queries";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, outcomesOf, push, quick } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const secret = `canary-${randomUUID()}`;
const yaml = `mirrors:
  docker.io:
    endpoint:
      - "https://first.example.com"
configs:
  first.example.com:
    auth:
      username: robot
      password: ${secret}
`;

let fleet: TestFleet;
beforeAll(async () => {
  fleet = await startNodes([{ name: "edge-5", nodeGraceMs: 60_000 }]);
});
afterAll(() => fleet.stop());
runnerAtWork();

it("what the kubelet says is on the record, without a secret of the file", async () => {
  const node = fleet.get("edge-5");
  await node.setFault("not-ready", `cni config uninitialized, ${secret} refused`, "first.example.com");
  const { groupId } = await groupOf([node], yaml);
  const view = await push(groupId, { ...quick, startSeconds: 5 });
  expect(outcomesOf(view)).toEqual({ "edge-5": "rolled-back" });
  const { fault, evidence } = view.nodes[0] ?? {};
  expect(fault).toMatchObject({ code: "not-ready", params: { ready: "no" } });
  expect(fault?.params["message"]).toMatch(/^cni config uninitialized, •+ refused$/);
  expect(evidence?.["readySaid"]).toBe(fault?.params["message"]);
  expect(JSON.stringify([view, await getPushEvents(admin, view.id)])).not.toContain(secret);
});
