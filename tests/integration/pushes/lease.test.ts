import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { db } from "@/lib/server/db/client";
import { wakeRunner } from "@/lib/server/jobs/wake";
import { log } from "@/lib/server/log";
import { isResting } from "@/lib/server/pushes/crashes";
import { getPush, getPushEvents } from "@/lib/server/pushes/queries";
import { startRunner } from "@/lib/server/pushes/runner";
import { temporaryDatabase } from "@/tests/support/database";
import { definitionOf } from "@/tests/support/definitions";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { admin, mirrorTo } from "@/tests/support/pushes";

temporaryDatabase();
let configurationId = "";
let revisionId = "";
let stopRunner = () => {};

beforeAll(async () => {
  const definition = definitionOf(mirrorTo("https://m.example.com"));
  configurationId = (await createConfiguration({ name: "c", definition }, admin)).id;
  revisionId = (await db().revision.findFirstOrThrow({ where: { configurationId } })).id;
});
afterEach(() => {
  stopRunner();
  vi.useRealTimers();
});

async function queuedPush(number: number, nodes: number): Promise<string> {
  const { id } = await db().push.create({
    data: {
      number,
      groupName: "g",
      configurationId,
      revisionId,
      status: "queued",
      options: "{}",
      idempotencyKey: randomUUID(),
      startedByName: "admin",
      nodes: {
        create: Array.from({ length: nodes }, (_, position) => ({
          nodeName: `n${position}`,
          address: "n:22",
          role: "agent",
          position,
          reviewedDigest: "absent",
          wantedDigest: "absent",
        })),
      },
    },
  });
  return id;
}

const takeByOther = (name: string) => {
  const holder = { holder: "other/process", token: 1000, expiresAt: new Date(Date.now() + 3_600_000) };
  return db().lease.upsert({ where: { name }, create: { name, ...holder }, update: holder });
};
const eventsOf = async (id: string) => (await getPushEvents(admin, id)).map(({ code }) => code);

it("does nothing more for a push that another process took over, and goes on when it comes back", async () => {
  const id = await queuedPush(1, 1);
  await takeByOther("node:null");
  stopRunner = startRunner();
  await waitFor(async () => (await eventsOf(id)).includes("waiting"));
  await takeByOther(`push:${id}`);
  const warned = vi.spyOn(log, "warn");
  await waitFor(() => warned.mock.calls.some(([event]) => event === "push.lost"));
  warned.mockRestore();
  const lease = await db().lease.findUnique({ where: { name: `push:${id}` } });
  expect(lease).toMatchObject({ holder: "other/process", token: 1000 });
  expect(await getPush(admin, id)).toMatchObject({ status: "running", nodes: [{ outcome: null }] });

  await db().lease.updateMany({ data: { expiresAt: new Date(0) } });
  await waitFor(async () => (await getPush(admin, id)).finishedAt !== null);
  expect(await eventsOf(id)).toContain("push-resumed");
  // Taken once: nothing of the first run still waited for the node.
  expect(await db().lease.findUnique({ where: { name: "node:null" } })).toMatchObject({ token: 1001 });
});

it("tries a push that crashes at growing intervals, and gives it up in the end", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
  await db().$executeRawUnsafe(
    `CREATE TRIGGER "broken" BEFORE INSERT ON "PushEvent" WHEN NEW."code" LIKE 'node-%ed' AND NEW."code" <> 'node-ended'
     BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END`,
  );
  const id = await queuedPush(2, 2);
  // One that an earlier process had begun with.
  await db().pushNode.updateMany({ where: { pushId: id, position: 0 }, data: { phase: "connect" } });
  stopRunner = startRunner();
  const tries = async () =>
    (await eventsOf(id)).filter((code) => /^push-(started|resumed)$/.test(code)).length;
  for (const [count, restMs] of [2_000, 4_000, 8_000, 16_000].entries()) {
    await waitFor(async () => (await tries()) === count + 1);
    await waitFor(
      async () =>
        (await db().lease.findFirst({ where: { name: `push:${id}`, expiresAt: new Date(0) } })) !== null,
    );
    vi.setSystemTime(Date.now() + restMs - 100);
    expect(isResting(id)).toBe(true);
    vi.setSystemTime(Date.now() + 200);
    wakeRunner();
  }
  await waitFor(async () => (await getPush(admin, id)).finishedAt !== null);
  const view = await getPush(admin, id);
  expect([await tries(), view.status]).toEqual([5, "failed"]);
  expect(view.nodes.map(({ outcome, fault }) => [outcome, fault?.code])).toEqual([
    ["failed", "interrupted"],
    ["not-reached", "interrupted"],
  ]);
});
