import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPushSchema } from "@/lib/domain/pushes/review";
import { getPushEvents } from "@/lib/server/pushes/queries";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, outcomesOf, push, quick } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
let fleet: TestFleet;
const yaml = `mirrors:
  docker.io:
    endpoint:
      - "https://first.example.com"
      - "https://second.example.com:8443"
`;
const deep = { ...quick, verifyDepth: "pull" as const, testImage: "busybox:1.37" };

beforeAll(async () => {
  fleet = await startNodes([{ name: "tells" }, { name: "worse" }, { name: "shallow" }]);
});
afterAll(() => fleet.stop());
runnerAtWork();

describe("a push with a test pull", () => {
  it("names the endpoint that likely served it, from the hosts that failed", async () => {
    const node = fleet.get("tells");
    const line = 'time="now" level=info msg="trying next host" error="refused" host=first.example.com\n';
    await node.setFault("pull-log", line, "first.example.com");
    const { groupId } = await groupOf([node], yaml);
    const view = await push(groupId, deep);
    expect(outcomesOf(view)).toEqual({ tells: "changed" });
    expect(view.options).toMatchObject({ verifyDepth: "pull", testImage: "busybox:1.37" });
    expect(view.nodes[0]?.evidence).toMatchObject({
      depth: "5",
      pull: "yes",
      image: "docker.io/library/busybox:1.37",
      likelyServedBy: "https://second.example.com:8443/v2/library/busybox/manifests/1.37",
    });
  });

  it("that fails on the new file has its own fault, and the old file is back", async () => {
    const node = fleet.get("worse");
    await node.setFault("pull-fails", "401 of https://me:hunter2@first.example.com", "first.example.com");
    const { groupId } = await groupOf([node], yaml);
    const view = await push(groupId, deep);
    expect(outcomesOf(view)).toEqual({ worse: "rolled-back" });
    expect(view.nodes[0]?.fault?.code).toBe("test-pull-failed");
    expect(await node.exists(node.registriesPath)).toBe(false);
    const told = JSON.stringify([view, await getPushEvents(admin, view.id)]);
    expect(told).toContain("401 of");
    expect(told).not.toContain("hunter2");
  });

  it("is held to the depth that was chosen", async () => {
    const node = fleet.get("shallow");
    await node.setFault("not-ready", true, "first.example.com");
    const { groupId } = await groupOf([node], yaml);
    const view = await push(groupId, { ...quick, verifyDepth: "generated" });
    expect(outcomesOf(view)).toEqual({ shallow: "changed" });
    expect(view.nodes[0]?.evidence["depth"]).toBe("3");
  });
});

it("a test pull needs an image by a name that containerd reads", () => {
  const nodes = [{ nodeId: "node", reviewed: "absent" }];
  const start = { groupId: "group", revisionId: "revision", wantedDigest: "0".repeat(64), nodes };
  const takes = (testImage: string | null) =>
    startPushSchema.safeParse({ ...start, options: { ...deep, testImage } }).success;
  expect(takes(`ghcr.io/a/b@sha256:${"a".repeat(64)}`)).toBe(true);
  for (const bad of [null, "", "--help", "UPPER/Case", "a b", "a\nimage b"]) expect(takes(bad)).toBe(false);
});
