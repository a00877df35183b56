import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { goodOutcomes, type Outcome } from "@/lib/domain/pushes/outcomes";
import { getPushEvents } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { type CutProxy, startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { waitFor } from "@/tests/support/nodes/wait-for";
import {
  admin,
  groupOf,
  mirrorTo,
  type Pushable,
  quick,
  save,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";

temporaryDatabase();
let fleet: TestFleet;
let machine: TestNode;
let proxy: CutProxy;
let target: Pushable;
let stopRunner = () => {};
let number = 1;
const options = { ...quick, watchSeconds: 0 };

beforeAll(async () => {
  fleet = await startNodes([{ name: "far", role: "agent" }]);
  machine = fleet.get("far");
  proxy = await startCutProxy(machine);
  stopRunner = startRunner();
  const { host, port } = proxy;
  target = await groupOf(
    [{ name: "far", host, port, hostKey: machine.hostKey }],
    mirrorTo("https://mirror-1.example.com"),
  );
});
afterAll(async () => {
  stopRunner();
  await proxy.stop();
  await fleet.stop();
});

const present = async () =>
  (await machine.exists(machine.registriesPath)) ? machine.read(machine.registriesPath) : "";

/** Saves the next revision, reviews it over the whole line and starts it. */
async function startNext(): Promise<{ id: string; wanted: string; old: string }> {
  const old = await present();
  const wanted = `https://mirror-${number + 1}.example.com`;
  await save(target.configurationId, mirrorTo(wanted), number);
  number += 1;
  const start = toStart(await reviewPush(target.groupId, admin), options);
  return { id: (await startPush(start, randomUUID(), admin)).id, wanted, old };
}

describe("a connection that is cut", () => {
  // The whole of a push sends some tens of kilobytes to the node; the steps are odd, so that they hit everything.
  it.each([400, 3_301, 9_907, 17_389, 24_007, 31_013, 43_003])(
    "after %i bytes leaves the old or the new file whole, and the record says which",
    async (bytes) => {
      const accepted = proxy.accepted;
      const old = await present();
      const wanted = `https://mirror-${number + 1}.example.com`;
      await save(target.configurationId, mirrorTo(wanted), number);
      number += 1;
      const start = toStart(await reviewPush(target.groupId, admin), options);
      const before = proxy.accepted;
      expect(before).toBeGreaterThan(accepted);
      proxy.set({ cutAfterBytes: bytes, direction: "to-node" });
      const { id } = await startPush(start, randomUUID(), admin);
      await waitFor(async () => proxy.accepted > before);
      proxy.set({});
      const [node] = (await waitForPush(id)).nodes;
      const isGood = goodOutcomes.includes(node?.outcome as Outcome);
      if (isGood) expect(await present()).toContain(wanted);
      else expect(await present()).toBe(old);
    },
  );

  it("while the service restarts changes nothing: the node goes on alone and is asked afterwards", async () => {
    const { id, wanted } = await startNext();
    await waitFor(async () => (await getPushEvents(admin, id)).some(({ code }) => code === "requested"));
    proxy.cut();
    const view = await waitForPush(id);
    expect(view.nodes[0]).toMatchObject({ outcome: "changed", fault: null });
    expect(await present()).toContain(wanted);
    const events = (await getPushEvents(admin, id)).filter(({ pushNodeId }) => pushNodeId !== null);
    expect(events.map(({ code }) => code)).toContain("connection-lost");
    expect(events.filter(({ code }) => code === "replaced")).toHaveLength(1);
  });

  it("restarts the service once a push, however often the line broke", async () => {
    const pushes = (await machine.restarts()).length;
    const { id } = await startNext();
    await waitFor(async () => (await getPushEvents(admin, id)).some(({ code }) => code === "replaced"));
    proxy.cut();
    await waitFor(async () =>
      (await getPushEvents(admin, id)).some(({ code }) => code === "connection-lost"),
    );
    proxy.cut();
    expect((await waitForPush(id)).nodes[0]?.outcome).toBe("changed");
    expect((await machine.restarts()).length).toBe(pushes + 1);
  });
});
