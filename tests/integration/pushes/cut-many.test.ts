import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getPush, getPushEvents } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import type { Registrable } from "@/tests/support/fixtures";
import { type CutProxy, findRefusingAddress, startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { admin, groupOf, mirrorTo, type Pushable, quick, toStart, waitForPush } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const names = Array.from({ length: 50 }, (_, at) => `far-${at}`);
let fleet: TestFleet;
let target: Pushable;
const proxies = new Map<string, CutProxy>();

beforeAll(async () => {
  fleet = await startNodes(names.map((name) => ({ name, role: "agent" })));
  const far: Registrable[] = [];
  for (const name of names) {
    const machine = fleet.get(name);
    const proxy = await startCutProxy(machine);
    proxies.set(name, proxy);
    far.push({ name, host: proxy.host, port: proxy.port, hostKey: machine.hostKey });
  }
  const { host, port } = await findRefusingAddress();
  target = await groupOf(far, mirrorTo(`http://${host}:${port}`));
}, 600_000);
afterAll(async () => {
  for (const proxy of proxies.values()) await proxy.stop();
  await fleet.stop();
});
runnerAtWork();

it("reverts nothing on 50 nodes that are cut off after the file is there, though the registry is down", {
  timeout: 900_000,
}, async () => {
  const start = toStart(await reviewPush(target.groupId, admin), { ...quick, canary: false, width: 50 });
  const { id } = await startPush(start, randomUUID(), admin);
  const nameOf = new Map<string, string>();
  const cut = new Set<string>();
  await waitFor(
    async () => {
      const events = await getPushEvents(admin, id);
      if (nameOf.size === 0)
        for (const node of (await getPush(admin, id)).nodes) nameOf.set(node.id, node.name);
      for (const { pushNodeId, code } of events) {
        const name = nameOf.get(pushNodeId ?? "");
        if (code !== "replaced" || name === undefined || cut.has(name)) continue;
        proxies.get(name)?.cut();
        cut.add(name);
      }
      return cut.size === names.length;
    },
    { timeoutMs: 600_000, intervalMs: 50 },
  );
  const view = await waitForPush(id, 600_000);
  expect(view.nodes.map(({ outcome, fault }) => ({ outcome, fault }))).toEqual(
    names.map(() => ({ outcome: "changed", fault: null })),
  );
  const lost = (await getPushEvents(admin, id)).filter(({ code }) => code === "connection-lost");
  expect(lost.length).toBeGreaterThan(names.length / 2);
  for (const name of names) {
    const machine = fleet.get(name);
    // The start with the machine, and one for the push.
    expect((await machine.restarts()).length, name).toBe(2);
    expect(await machine.read(machine.registriesPath), name).toContain("http://");
  }
});
