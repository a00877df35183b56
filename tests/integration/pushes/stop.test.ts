import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { getPush, getPushEvents, listPushes } from "@/lib/server/pushes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { stopPush } from "@/lib/server/pushes/stop-push";
import { streamPush } from "@/lib/server/pushes/stream-push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";
import {
  admin,
  groupOf,
  mirrorTo,
  outcomesOf,
  type Pushable,
  quick,
  save,
  toStart,
  waitForPush,
} from "@/tests/support/pushes";

temporaryDatabase();
let fleet: TestFleet;
let target: Pushable;
let stopRunner = () => {};

beforeAll(async () => {
  fleet = await startNodes(["p1", "p2", "p3"].map((name) => ({ name, role: "agent" as const })));
  stopRunner = startRunner();
  target = await groupOf(fleet.nodes.slice(), mirrorTo("https://m.example.com"));
});
afterAll(async () => {
  stopRunner();
  await fleet.stop();
});

const start = async () =>
  startPush(toStart(await reviewPush(target.groupId, admin), quick), randomUUID(), admin);

describe("stopping a push", () => {
  it("lets the node at work finish and leaves the others alone", async () => {
    await fleet.get("p1").setFault("restart-slow", 2);
    const { id } = await start();
    await waitFor(async () => (await getPush(admin, id)).nodes[0]?.phase === "restart");
    await stopPush(id, admin);
    const view = await waitForPush(id);
    expect(view.status).toBe("stopped");
    expect(outcomesOf(view)).toEqual({ p1: "changed", p2: "cancelled", p3: "cancelled" });
    expect(view.nodes[1]?.fault?.code).toBe("stopped");
    expect(await fleet.get("p2").exists(fleet.get("p2").registriesPath)).toBe(false);
    await expect(stopPush(id, admin)).rejects.toMatchObject({ reason: "pushEnded" });
    await fleet.get("p1").setFault("restart-slow", false);
  });
});

describe("the live stream", () => {
  it("tells everything after an event, once, in order, and ends with the push", async () => {
    const id = (await listPushes(admin))[0]?.id ?? "";
    const events = await getPushEvents(admin, id);
    const middle = events[Math.floor(events.length / 2)]?.id ?? 0;
    const answer = await streamPush(id, {
      actor: admin,
      after: middle,
      signal: new AbortController().signal,
    });
    const text = await answer.text();
    const ids = [...text.matchAll(/^data: (.*)$/gm)].flatMap(([, json]) =>
      (JSON.parse(json ?? "{}") as { events: { id: number }[] }).events.map((event) => event.id),
    );
    expect(ids).toEqual(events.map((event) => event.id).filter((eventId) => eventId > middle));
    expect(text).toContain(`id: ${ids.at(-1)}`);
  });
});

describe("a push whose secrets cannot be opened", () => {
  it("ends every node before anything is sent", async () => {
    const yaml = `configs:\n  "harbor.corp":\n    auth:\n      username: "u"\n      password: "p"\n`;
    await save(target.configurationId, yaml, 1);
    const prepared = toStart(await reviewPush(target.groupId, admin), quick);
    stopRunner();
    const { id } = await startPush(prepared, randomUUID(), admin);
    const versions = await db().credentialVersion.findMany();
    for (const { id: versionId } of versions)
      await db().credentialVersion.update({ where: { id: versionId }, data: { sealed: new Uint8Array(64) } });
    stopRunner = startRunner();
    const view = await waitForPush(id);
    expect(view.status).toBe("failed");
    expect(view.nodes.map(({ outcome, fault }) => [outcome, fault?.code])).toEqual(
      Array.from({ length: 3 }, () => ["failed", "secret-unavailable"]),
    );
    expect(await fleet.get("p3").exists(fleet.get("p3").registriesPath)).toBe(false);
  });
});

describe("a node whose login vanished behind our back", () => {
  it("ends as interrupted, and the push ends all the same", async () => {
    await save(target.configurationId, mirrorTo("https://last.example.com"), 2);
    const prepared = toStart(await reviewPush(target.groupId, admin), {
      ...quick,
      stopAfter: 0,
      canary: false,
    });
    await db().node.update({ where: { id: target.nodeIds[2] ?? "" }, data: { sshCredentialId: null } });
    const view = await waitForPush((await startPush(prepared, randomUUID(), admin)).id);
    expect(outcomesOf(view)).toEqual({ p1: "changed", p2: "changed", p3: "failed" });
    expect(view.nodes[2]?.fault?.code).toBe("interrupted");
  });
});
