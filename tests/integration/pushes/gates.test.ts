import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PushOptions } from "@/lib/domain/pushes/options";
import { db } from "@/lib/server/db/client";
import { continuePush, pausePush } from "@/lib/server/pushes/pause-push";
import { getPush } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { stopPush } from "@/lib/server/pushes/stop-push";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";
import {
  admin,
  groupOf,
  machinesOf,
  mirrorTo,
  outcomesOf,
  type Pushable,
  quick,
  save,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";

temporaryDatabase();
const names = ["g1", "g2", "g3"];
let fleet: TestFleet;
let group: Pushable;
let revision = 1;
let stopRunner = () => {};

beforeAll(async () => {
  fleet = await startNodes(names.map((name) => ({ name, role: "agent" as const })));
  group = await groupOf(machinesOf(fleet, names), mirrorTo("https://r1.example.com"));
  stopRunner = startRunner();
});
afterAll(async () => {
  stopRunner();
  await fleet.stop();
});

/** Starts a push of a new revision to all three. */
async function start(options: Partial<PushOptions>): Promise<string> {
  await save(group.configurationId, mirrorTo(`https://r${revision + 1}.example.com`), revision);
  revision += 1;
  const review = await reviewPush(group.groupId, admin);
  const { id } = await startPush(toStart(review, { ...quick, ...options }), randomUUID(), admin);
  return id;
}
const untilGate = async (id: string, gate: "paused" | "approval") => {
  await waitFor(async () => (await getPush(admin, id)).gate === gate);
  return getPush(admin, id);
};

it("waits after each batch until a person agrees, whoever restarts the server meanwhile", async () => {
  const id = await start({ canary: false, ramp: ["1", "2"], approval: "batch" });
  const held = await untilGate(id, "approval");
  expect(outcomesOf(held)).toEqual({ g1: "changed", g2: null, g3: null });
  expect(await fleet.get("g2").exists(fleet.get("g2").registriesPath)).toBe(false);
  stopRunner();
  stopRunner = startRunner();
  const refused = { reason: "pushNotWaiting" };
  for (const approval of [null, 1])
    await expect(continuePush(id, { approval }, admin)).rejects.toMatchObject(refused);
  await continuePush(id, { approval: held.approvals }, admin);
  // Said again, by a page that shows the old state, it agrees to nothing new.
  await expect(continuePush(id, { approval: held.approvals }, admin)).rejects.toMatchObject(refused);
  const ended = await waitForPush(id);
  expect(outcomesOf(ended)).toEqual({ g1: "changed", g2: "changed", g3: "changed" });
  expect(ended).toMatchObject({ status: "succeeded", gate: null });
  const audit = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { id: "asc" } });
  expect(audit.map(({ action }) => action)).toEqual(["push.started", "push.approved"]);
});

it("stands still when it is paused, and goes on when it is told to", async () => {
  const id = await start({ width: 1, canary: false });
  await expect(continuePush(id, { approval: null }, admin)).rejects.toMatchObject({
    reason: "pushNotWaiting",
  });
  await pausePush(id, admin);
  const held = await untilGate(id, "paused");
  expect(held.pauseRequested).toBe(true);
  expect(held.nodes.every(({ outcome, phase }) => outcome !== null || phase === "queued")).toBe(true);
  expect(held.counts.open).toBeGreaterThan(0);
  await continuePush(id, { approval: null }, admin);
  expect((await waitForPush(id)).counts.changed).toBe(3);
});

it("can be stopped while it waits, and leaves the rest as it was", async () => {
  const id = await start({ canary: true, approval: "canary" });
  await untilGate(id, "approval");
  await stopPush(id, admin);
  const ended = await waitForPush(id);
  expect(ended.status).toBe("stopped");
  expect(ended.counts).toMatchObject({ changed: 1, cancelled: 2, open: 0 });
  expect(ended.gate).toBeNull();
});

it("goes on for nobody who may not, and not after its end", async () => {
  const last = await db().push.findFirstOrThrow({ orderBy: { number: "desc" } });
  await expect(continuePush(last.id, { approval: 0 }, admin)).rejects.toMatchObject({ reason: "pushEnded" });
  for (const role of ["viewer", "editor", "auditor"] as const) {
    await expect(pausePush(last.id, actorWith(role))).rejects.toMatchObject({ code: "forbidden" });
    await expect(continuePush(last.id, { approval: 0 }, actorWith(role))).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});
