import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodOutcomes } from "@/lib/domain/pushes/outcomes";
import { testNode } from "@/lib/server/nodes/test-node";
import { getPushEvents } from "@/lib/server/pushes/queries";
import { retryPush } from "@/lib/server/pushes/retry-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";
import {
  admin,
  groupOf,
  machinesOf,
  mirrorTo,
  outcomesOf,
  push,
  quick,
  save,
  waitForPush,
} from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
let fleet: TestFleet;
const path = "/etc/rancher/k3s/registries.yaml";
const old = mirrorTo("https://old.example.com");
/** No file tells what these machines do with it. */
const bad = mirrorTo("https://unlucky.example.com");

beforeAll(async () => {
  fleet = await startNodes(
    ["n1", "n2", "n3", "fails", "broken"].map((name) => ({
      name,
      role: name === "broken" ? ("server" as const) : ("agent" as const),
      registries: old,
    })),
  );
});
afterAll(() => fleet.stop());
runnerAtWork();

describe("a revision that breaks the service", () => {
  it("is rolled back by the first node, and the others are never reached", async () => {
    const machines = machinesOf(fleet, ["n1", "n2", "n3"]);
    for (const machine of machines) await machine.setFault("restart-fails", true, "unlucky.example.com");
    const { groupId } = await groupOf(machines, bad);
    const view = await push(groupId);
    expect(view.status).toBe("failed");
    expect(outcomesOf(view)).toEqual({ n1: "rolled-back", n2: "not-reached", n3: "not-reached" });
    expect(view.nodes[1]?.fault?.code).toBe("stopped-after-failures");
    for (const name of ["n1", "n2", "n3"]) expect(await fleet.get(name).read(path)).toBe(old);
    expect(await fleet.get("n1").activeState()).toBe("active");
    const codes = (await getPushEvents(admin, view.id)).map(({ code }) => code);
    expect(codes).toContain("rolling-back");
    expect(codes.at(-1)).toBe("push-ended");
  });
});

describe("a service that does not come up", () => {
  it("ends in the old file, and a retry of what is left works once the cause is gone", async () => {
    const machine = fleet.get("fails");
    await machine.setFault("restart-fails", true);
    const { groupId } = await groupOf([machine], mirrorTo("https://new.example.com"));
    const view = await push(groupId, { ...quick, startSeconds: 30 });
    const [node] = view.nodes;
    const request = await machine.read(`/var/lib/pullpath/transactions/${node?.id}/request`);
    expect(request).toContain("\nactive-limit 30\n");
    expect(goodOutcomes).not.toContain(node?.outcome);
    expect(await machine.read(path)).toBe(old);
    await machine.setFault("restart-fails", false);
    const again = await waitForPush((await retryPush({ id: view.id, key: randomUUID() }, admin)).id);
    expect(outcomesOf(again)).toEqual({ fails: "changed" });
    expect(again.retryOf).toEqual({ id: view.id, number: view.number });
    expect(await machine.read(path)).toContain("new.example.com");
  });
});

describe("a node that was broken before the push", () => {
  it("keeps the new file: what the push did not break is reported, not punished", async () => {
    const machine = fleet.get("broken");
    await machine.setFault("not-ready", true);
    const { groupId, configurationId, nodeIds } = await groupOf(
      [machine],
      mirrorTo("https://new.example.com"),
    );
    await waitFor(async () => (await testNode(nodeIds[0] ?? "", admin)).check?.facts?.ready === false);
    const view = await push(groupId);
    expect(outcomesOf(view)).toEqual({ broken: "changed" });
    expect(view.nodes[0]?.evidence["brokenBefore"]).toContain("ready");
    await save(configurationId, mirrorTo("https://newer.example.com"), 1);
    expect(outcomesOf(await push(groupId, { ...quick, writeOnly: true }))).toEqual({ broken: "written" });
    expect(await machine.read(path)).toContain("newer.example.com");
  });
});
