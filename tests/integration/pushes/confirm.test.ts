import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPushSchema } from "@/lib/domain/pushes/review";
import { getPush, getPushEvents } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { stopPush } from "@/lib/server/pushes/stop-push";
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

type Begun = { id: string; wanted: string; old: string; starts: number };

const present = async () =>
  (await machine.exists(machine.registriesPath)) ? machine.read(machine.registriesPath) : "";

/** Saves the next revision and starts a push of it whose node waits so long to be confirmed. */
async function begin(confirmSeconds: number): Promise<Begun> {
  const old = await present();
  const starts = (await machine.restarts()).length;
  const wanted = `https://mirror-${number + 1}.example.com`;
  await save(target.configurationId, mirrorTo(wanted), number);
  number += 1;
  const start = toStart(await reviewPush(target.groupId, admin), { ...quick, confirmSeconds });
  return { id: (await startPush(start, randomUUID(), admin)).id, wanted, old, starts };
}

const untilEvent = (id: string, code: string) =>
  waitFor(async () => (await getPushEvents(admin, id)).some((event) => event.code === code));

/** A file of the journal that the node keeps of the one transaction of this push. */
async function untilInJournal(id: string, file: string) {
  const [node] = (await getPush(admin, id)).nodes;
  const path = `/var/lib/pullpath/transactions/${node?.id}/${file}`;
  await waitFor(() => machine.exists(path));
}

describe("a push whose nodes are to be confirmed", () => {
  it("confirms a node as soon as it was heard, over a connection made after its restart", async () => {
    const before = proxy.accepted;
    const { id, wanted, starts } = await begin(600);
    const [node] = (await waitForPush(id)).nodes;
    expect(node).toMatchObject({ outcome: "changed", fault: null, evidence: { confirmed: "yes" } });
    expect(await present()).toContain(wanted);
    expect((await machine.restarts()).length).toBe(starts + 1);
    // One connection for the review, one for the push, and one for the word.
    expect(proxy.accepted).toBe(before + 3);
    const at = new Map((await getPushEvents(admin, id)).map((event) => [event.code, Date.parse(event.at)]));
    expect((at.get("confirmed") ?? 0) - (at.get("awaiting") ?? 0)).toBeLessThan(3_000);
  });

  it("reads what became of a node that it could not reach in time: it went back", async () => {
    const { id, old, starts } = await begin(30);
    await untilEvent(id, "requested");
    proxy.set({ cutAfterBytes: 0 });
    proxy.cut();
    await untilInJournal(id, "report");
    expect(await present()).toBe(old);
    proxy.set({});
    const view = await waitForPush(id);
    expect(view.status).toBe("failed");
    expect(view.nodes[0]).toMatchObject({
      outcome: "rolled-back",
      fault: { code: "not-confirmed", params: { reason: "late", seconds: "30" } },
    });
    expect((await machine.restarts()).length).toBe(starts + 2);
  });

  it("does not confirm a node that only a connection of before the restart still reaches", async () => {
    const { id, old, starts } = await begin(30);
    await untilEvent(id, "requested");
    proxy.set({ cutAfterBytes: 0 });
    await untilInJournal(id, "report");
    expect(await present()).toBe(old);
    proxy.set({});
    const [node] = (await waitForPush(id)).nodes;
    expect(node).toMatchObject({ outcome: "rolled-back", fault: { code: "not-confirmed" } });
    expect((await machine.restarts()).length).toBe(starts + 2);
  });

  it("knows nothing of a node that refuses the login it had before the restart, until that went back", async () => {
    const { id, old } = await begin(30);
    await untilEvent(id, "requested");
    await machine.run(["usermod", "-L", "root"]);
    const [node] = (await waitForPush(id)).nodes;
    await machine.run(["usermod", "-U", "root"]);
    expect(node).toMatchObject({
      outcome: "failed",
      fault: { code: "connection-lost", params: { reason: "asked-login", state: "unknown" } },
    });
    await untilInJournal(id, "report");
    expect(await present()).toBe(old);
  });

  it("confirms after it was down itself, if that is in time", async () => {
    const { id, wanted, starts } = await begin(600);
    await untilEvent(id, "requested");
    stopRunner();
    proxy.cut();
    await untilInJournal(id, "waiting");
    stopRunner = startRunner();
    const [node] = (await waitForPush(id)).nodes;
    expect(node).toMatchObject({ outcome: "changed", fault: null, evidence: { confirmed: "yes" } });
    expect(await present()).toContain(wanted);
    expect((await machine.restarts()).length).toBe(starts + 1);
  });

  it("confirms nothing once a person stopped it", async () => {
    await machine.setFault("restart-slow", 2);
    const { id, old } = await begin(600);
    await untilEvent(id, "requested");
    await stopPush(id, admin);
    const view = await waitForPush(id);
    await machine.setFault("restart-slow", false);
    expect(view.status).toBe("stopped");
    expect(view.nodes[0]).toMatchObject({
      outcome: "rolled-back",
      fault: { code: "not-confirmed", params: { reason: "withheld" } },
    });
    expect(await present()).toBe(old);
  });

  it.each([{ writeOnly: true }, { dryRun: true }])("is refused where nothing restarts: %o", async (way) => {
    const start = toStart(await reviewPush(target.groupId, admin), { ...quick, confirmSeconds: 60, ...way });
    const { error } = startPushSchema.safeParse(start);
    expect(error?.issues).toMatchObject([{ message: "confirm-idle", path: ["options", "confirmSeconds"] }]);
  });
});
