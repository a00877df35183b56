import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { POST as reviewRoute } from "@/app/api/v1/pushes/review/route";
import { POST as startRoute } from "@/app/api/v1/pushes/route";
import { apis } from "@/lib/domain/paths";
import { db } from "@/lib/server/db/client";
import { liftLock, lockGroup } from "@/lib/server/groups/lock-group";
import { getGroup } from "@/lib/server/groups/queries";
import { createGroup, updateGroup } from "@/lib/server/groups/write-group";
import { deleteNode, updateNode } from "@/lib/server/nodes/update-node";
import { reachPush } from "@/lib/server/pushes/reach-push";
import { retryPush } from "@/lib/server/pushes/retry-push";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { stopPush } from "@/lib/server/pushes/stop-push";
import { loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { locked, maintenance, mei, tom, unlockAll } from "@/tests/support/locks";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
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
beforeAll(async () => {
  fleet = await startNodes([{ name: "core-1" }]);
  target = await groupOf(fleet.nodes, mirrorTo("https://first.example.com"));
});
afterAll(() => fleet.stop());
beforeEach(async () => void (await unlockAll()));

const start = async (actor = mei) =>
  startPush(toStart(await reviewPush(target.groupId, admin)), randomUUID(), actor);
/** Ends a push that nobody works on. */
const drop = (id: string) => stopPush(id, admin);

/** With the machine in another group by now, that one's lock counts, too, and the machine cannot leave it. */
async function expectLockedElsewhere(pushId: string) {
  const { configurationId, nodeIds } = target;
  const other = await createGroup({ name: randomUUID(), note: "", configurationId, nodeIds }, admin);
  await lockGroup(other.id, maintenance(), tom);
  await expect(retryPush({ id: pushId, key: randomUUID() }, mei)).rejects.toMatchObject(locked);
  await expect(updateGroup(target.groupId, { addNodeIds: nodeIds }, mei)).rejects.toMatchObject(locked);
  await expect(updateGroup(other.id, { nodeIds: [] }, mei)).rejects.toMatchObject(locked);
  const [id = ""] = nodeIds;
  for (const change of [{ groupId: null }, { host: "127.9.9.9" }])
    await expect(updateNode(id, change, mei)).rejects.toMatchObject(locked);
  await expect(deleteNode(id, mei)).rejects.toMatchObject(locked);
  await liftLock(other.id, tom);
  await updateGroup(target.groupId, { addNodeIds: nodeIds }, mei);
}

describe("while a group is locked", () => {
  it("nothing is reviewed, asked or started but by who locked it, whatever role", async () => {
    const review = await reviewPush(target.groupId, mei);
    await lockGroup(target.groupId, maintenance(), tom);
    const before = await db().push.count();
    for (const actor of [mei, admin]) {
      await expect(reviewPush(target.groupId, actor)).rejects.toMatchObject({
        ...locked,
        params: { by: "tom", reason: "maintenance", lift: actor === admin ? "own" : "ask" },
      });
      // It was set between the review and the start.
      await expect(startPush(toStart(review), randomUUID(), actor)).rejects.toMatchObject(locked);
      const dry = toStart(review, { ...quick, dryRun: true });
      await expect(startPush(dry, randomUUID(), actor)).rejects.toMatchObject(locked);
      const asked = { groupId: target.groupId, nodes: target.nodeIds };
      await expect(reachPush(asked, actor)).rejects.toMatchObject(locked);
    }
    expect(await db().push.count()).toBe(before);
    const { id } = await startPush(toStart(await reviewPush(target.groupId, tom)), randomUUID(), tom);
    await drop(id);
  });

  it("a key that started a push before answers with that push", async () => {
    const input = toStart(await reviewPush(target.groupId, mei));
    const key = randomUUID();
    const { id } = await startPush(input, key, mei);
    await lockGroup(target.groupId, maintenance(), tom);
    expect((await startPush(input, key, mei)).id).toBe(id);
    await drop(id);
  });

  it("whoever comes first is first: no push begins after the lock", async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const input = toStart(await reviewPush(target.groupId, mei));
      const [started] = await Promise.allSettled([
        startPush(input, randomUUID(), mei),
        lockGroup(target.groupId, maintenance(), tom),
      ]);
      const last = await db().auditEvent.findMany({
        where: { action: { in: ["push.started", "group.locked"] } },
        orderBy: { id: "desc" },
        take: 2,
      });
      if (started.status === "rejected") expect(started.reason).toMatchObject(locked);
      else {
        expect(last.map(({ action }) => action)).toEqual(["group.locked", "push.started"]);
        await drop(started.value.id);
      }
      await liftLock(target.groupId, tom);
    }
  });

  it("a push that runs goes on, and is retried and taken back only by who locked the group", async () => {
    const stopRunner = startRunner();
    try {
      const first = await start();
      await lockGroup(target.groupId, maintenance(), tom);
      expect(outcomesOf(await waitForPush(first.id))).toEqual({ "core-1": "changed" });
      await liftLock(target.groupId, tom);
      await save(target.configurationId, mirrorTo("https://second.example.com"), 1);
      await fleet.get("core-1").setFault("restart-fails", true, "second.example.com");
      const second = await start();
      expect(outcomesOf(await waitForPush(second.id))).toEqual({ "core-1": "rolled-back" });
      await fleet.get("core-1").setFault("restart-fails", false);
      await expectLockedElsewhere(second.id);
      const back = toStart(await reviewPush(target.groupId, mei, 1));
      await lockGroup(target.groupId, maintenance(), tom);
      for (const actor of [mei, admin]) {
        const retry = retryPush({ id: second.id, key: randomUUID() }, actor);
        await expect(retry).rejects.toMatchObject(locked);
        const rollback = startPush({ ...back, rollbackOf: second.id }, randomUUID(), actor);
        await expect(rollback).rejects.toMatchObject(locked);
      }
      const retried = await retryPush({ id: second.id, key: randomUUID() }, tom);
      expect(outcomesOf(await waitForPush(retried.id))).toEqual({ "core-1": "changed" });
      const review = await reviewPush(target.groupId, tom, 1);
      const taken = await startPush({ ...toStart(review), rollbackOf: second.id }, randomUUID(), tom);
      expect(outcomesOf(await waitForPush(taken.id))).toEqual({ "core-1": "changed" });
    } finally {
      stopRunner();
    }
  });
});

describe("over the API", () => {
  const bodyOf = async (answer: Response) => [answer.status, (await answer.json()).error.message];

  it("the refusal is a sentence in the reader's language", async () => {
    const lock = maintenance();
    await lockGroup(target.groupId, lock, tom);
    const time = `${lock.until.slice(0, 16).replace("T", " ")} UTC`;
    const { name } = await getGroup(admin, target.groupId);
    const review = async (language: string) => {
      const headers = { "accept-language": language };
      const body = { groupId: target.groupId };
      return bodyOf(
        await reviewRoute(
          await loggedInRequest("admin", apis.reviewPush(), { method: "POST", body, headers }),
        ),
      );
    };
    const [status, english] = await review("en");
    expect(status).toBe(409);
    expect(english).toContain(`${name} is locked for changes until ${time} by tom: maintenance.`);
    // An administrator may lift it and need not ask.
    expect(english).toMatch(/wait, or lift the lock on the page of this group\.$/);
    expect((await review("zh-CN"))[1]).toContain(
      `${name} 已被 tom 锁定，在 ${time} 之前不可变更：maintenance。`,
    );
  });

  it("who lost the role after the review is told so, and nothing starts", async () => {
    const body = toStart(await reviewPush(target.groupId, admin));
    const before = await db().push.count();
    const begin = async (language: string) => {
      const request = await loggedInRequest("operator", apis.pushes(), {
        method: "POST",
        body,
        headers: { "accept-language": language, "idempotency-key": randomUUID() },
      });
      await db().user.update({ where: { id: "user-operator" }, data: { role: "viewer" } });
      const answer = await bodyOf(await startRoute(request));
      await db().user.update({ where: { id: "user-operator" }, data: { role: "operator" } });
      return answer;
    };
    expect(await begin("en")).toEqual([
      403,
      "Your role is Viewer, which does not allow this. Nothing was started or changed. Ask an administrator for the role Operator.",
    ]);
    expect(await begin("zh-CN")).toEqual([
      403,
      "你的角色是查看者，无权执行此操作。没有开始任何推送，也没有改动。请向管理员申请操作员角色。",
    ]);
    expect(await db().push.count()).toBe(before);
  });
});
