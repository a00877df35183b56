import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPushSchema } from "@/lib/domain/pushes/review";
import { getPush, getPushEvents } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { stopPush } from "@/lib/server/pushes/stop-push";
import { FarMachine } from "@/tests/integration/pushes/far-machine";
import { temporaryDatabase } from "@/tests/support/database";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { admin, quick, toStart, waitForPush } from "@/tests/support/pushes";

temporaryDatabase();
const far = new FarMachine();
let stopRunner = () => {};
beforeAll(() => {
  stopRunner = startRunner();
});
afterAll(() => stopRunner());

/** Starts a push of the next revision whose node waits so long to be confirmed. */
async function begin(confirmSeconds: number) {
  const starts = (await far.machine.restarts()).length;
  return { ...(await far.pushNext({ ...quick, confirmSeconds })), starts };
}

const untilEvent = (id: string, code: string) =>
  waitFor(async () => (await getPushEvents(admin, id)).some((event) => event.code === code));

/** A file of the journal that the node keeps of the one transaction of this push. */
async function untilInJournal(id: string, file: string) {
  const [node] = (await getPush(admin, id)).nodes;
  const path = `/var/lib/pullpath/transactions/${node?.id}/${file}`;
  await waitFor(() => far.machine.exists(path));
}

describe("a push whose nodes are to be confirmed", () => {
  it("confirms a node as soon as it was heard, over a connection made after its restart", async () => {
    const before = far.proxy.accepted;
    const { id, wanted, starts } = await begin(600);
    const [node] = (await waitForPush(id)).nodes;
    expect(node).toMatchObject({ outcome: "changed", fault: null, evidence: { confirmed: "yes" } });
    expect(await far.present()).toContain(wanted);
    expect((await far.machine.restarts()).length).toBe(starts + 1);
    // One connection for the review, one for the push, and one for the word.
    expect(far.proxy.accepted).toBe(before + 3);
    const at = new Map((await getPushEvents(admin, id)).map((event) => [event.code, Date.parse(event.at)]));
    expect((at.get("confirmed") ?? 0) - (at.get("awaiting") ?? 0)).toBeLessThan(60_000);
  });

  it("reads what became of a node that it could not reach in time: it went back", async () => {
    const { id, old, starts } = await begin(30);
    await untilEvent(id, "requested");
    far.proxy.set({ cutAfterBytes: 0 });
    far.proxy.cut();
    await untilInJournal(id, "report");
    expect(await far.present()).toBe(old);
    far.proxy.set({});
    const view = await waitForPush(id);
    expect(view.status).toBe("failed");
    expect(view.nodes[0]).toMatchObject({
      outcome: "rolled-back",
      fault: { code: "not-confirmed", params: { reason: "late", seconds: "30" } },
    });
    expect((await far.machine.restarts()).length).toBe(starts + 2);
  });

  it("does not confirm a node that only a connection of before the restart still reaches", async () => {
    const { id, old, starts } = await begin(30);
    await untilEvent(id, "requested");
    far.proxy.set({ cutAfterBytes: 0 });
    await untilInJournal(id, "report");
    expect(await far.present()).toBe(old);
    far.proxy.set({});
    const [node] = (await waitForPush(id)).nodes;
    expect(node).toMatchObject({ outcome: "rolled-back", fault: { code: "not-confirmed" } });
    expect((await far.machine.restarts()).length).toBe(starts + 2);
  });

  it("knows nothing of a node that refuses the login it had before the restart, until that went back", async () => {
    const { id, old } = await begin(30);
    await untilEvent(id, "requested");
    await far.machine.run(["usermod", "-L", "root"]);
    const [node] = (await waitForPush(id)).nodes;
    await far.machine.run(["usermod", "-U", "root"]);
    expect(node).toMatchObject({
      outcome: "failed",
      fault: { code: "connection-lost", params: { reason: "asked-login", state: "unknown" } },
    });
    await untilInJournal(id, "report");
    expect(await far.present()).toBe(old);
  });

  it("confirms after it was down itself, if that is in time", async () => {
    const { id, wanted, starts } = await begin(600);
    await untilEvent(id, "requested");
    stopRunner();
    far.proxy.cut();
    await untilInJournal(id, "waiting");
    stopRunner = startRunner();
    const [node] = (await waitForPush(id)).nodes;
    expect(node).toMatchObject({ outcome: "changed", fault: null, evidence: { confirmed: "yes" } });
    expect(await far.present()).toContain(wanted);
    expect((await far.machine.restarts()).length).toBe(starts + 1);
  });

  it("confirms nothing once a person stopped it", async () => {
    await far.machine.setFault("restart-slow", 2);
    const { id, old } = await begin(600);
    await untilEvent(id, "requested");
    await stopPush(id, admin);
    const view = await waitForPush(id);
    await far.machine.setFault("restart-slow", false);
    expect(view.status).toBe("stopped");
    expect(view.nodes[0]).toMatchObject({
      outcome: "rolled-back",
      fault: { code: "not-confirmed", params: { reason: "withheld" } },
    });
    expect(await far.present()).toBe(old);
  });

  it.each([{ writeOnly: true }, { dryRun: true }])("is refused where nothing restarts: %o", async (way) => {
    const start = toStart(await reviewPush(far.groupId, admin), { ...quick, confirmSeconds: 60, ...way });
    const { error } = startPushSchema.safeParse(start);
    expect(error?.issues).toMatchObject([{ message: "confirm-idle", path: ["options", "confirmSeconds"] }]);
  });
});
