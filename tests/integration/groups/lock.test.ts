import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DELETE as liftRoute, PUT as lockRoute } from "@/app/api/v1/groups/[id]/lock/route";
import { apis } from "@/lib/domain/paths";
import { db } from "@/lib/server/db/client";
import { liftLock, lockGroup } from "@/lib/server/groups/lock-group";
import { getGroup } from "@/lib/server/groups/queries";
import { deleteGroup, updateGroup } from "@/lib/server/groups/write-group";
import { actorWith, loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { ahead, hour, locked, maintenance, mei, tom, unlockAll } from "@/tests/support/locks";
import { admin, groupOf, mirrorTo, type Pushable } from "@/tests/support/pushes";

temporaryDatabase();
let target: Pushable;
beforeAll(async () => {
  target = await groupOf([], mirrorTo("https://first.example.com"));
});
beforeEach(async () => void (await unlockAll()));

const newest = async () =>
  (await db().auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 })).map(
    ({ action, actorName, detail }) => ({ action, actorName, detail: JSON.parse(detail ?? "{}") }),
  )[0];

describe("a lock of a group", () => {
  it("is set, changed and lifted by who set it, and each is written down", async () => {
    const first = maintenance();
    await lockGroup(target.groupId, first, tom);
    expect(await newest()).toMatchObject({ action: "group.locked", actorName: "tom", detail: first });
    const lock = { ...first, byId: "user-tom", byName: "tom" };
    expect((await getGroup(mei, target.groupId)).lock).toEqual(lock);
    const later = { until: ahead(2 * hour), reason: "still at it" };
    await lockGroup(target.groupId, later, tom);
    expect(await newest()).toMatchObject({
      action: "group.lock-changed",
      detail: { ...later, before: { until: first.until, by: "tom" } },
    });
    await liftLock(target.groupId, tom);
    expect(await newest()).toMatchObject({ action: "group.lock-lifted", detail: { by: "tom" } });
    expect((await getGroup(mei, target.groupId)).lock).toBeNull();
    const count = await db().auditEvent.count();
    await liftLock(target.groupId, tom);
    expect(await db().auditEvent.count()).toBe(count);
  });

  it("of somebody else is an administrator's to change and lift, and nobody's besides", async () => {
    await lockGroup(target.groupId, maintenance(), tom);
    await expect(lockGroup(target.groupId, maintenance(), mei)).rejects.toMatchObject(locked);
    await expect(liftLock(target.groupId, mei)).rejects.toMatchObject(locked);
    await lockGroup(target.groupId, maintenance(), admin);
    await expect(liftLock(target.groupId, tom)).rejects.toMatchObject(locked);
    await liftLock(target.groupId, admin);
    expect((await getGroup(tom, target.groupId)).lock).toBeNull();
  });

  it("is set by who may push, on a group there is, for a time to come", async () => {
    for (const role of ["viewer", "editor", "auditor"] as const) {
      await expect(lockGroup(target.groupId, maintenance(), actorWith(role))).rejects.toMatchObject({
        reason: "permissionMissing",
      });
      await expect(liftLock(target.groupId, actorWith(role))).rejects.toThrow("permissionMissing");
    }
    await expect(lockGroup("gone", maintenance(), tom)).rejects.toThrow("groupNotFound");
    for (const [ms, code] of [
      [-1000, "lock-past"],
      [91 * 24 * hour, "lock-long"],
    ] as const)
      await expect(lockGroup(target.groupId, { until: ahead(ms), reason: "x" }, tom)).rejects.toMatchObject({
        issues: [{ path: ["until"], code }],
      });
  });

  it("ends by its time alone", async () => {
    await lockGroup(target.groupId, maintenance(), tom);
    await db().group.update({
      where: { id: target.groupId },
      data: { lockedUntil: new Date(Date.now() - 1) },
    });
    expect((await getGroup(mei, target.groupId)).lock).toBeNull();
    await lockGroup(target.groupId, maintenance(), mei);
    expect(await newest()).toMatchObject({ action: "group.locked", actorName: "mei" });
  });

  it("keeps others from deleting the group and from giving it another configuration", async () => {
    await lockGroup(target.groupId, maintenance(), tom);
    await expect(deleteGroup(target.groupId, mei)).rejects.toMatchObject(locked);
    await expect(updateGroup(target.groupId, { configurationId: null }, mei)).rejects.toMatchObject(locked);
    await updateGroup(target.groupId, { note: "seen" }, mei);
    expect((await getGroup(mei, target.groupId)).note).toBe("seen");
  });

  it("is put and deleted over the API", async () => {
    const context = () => ({ params: Promise.resolve({ id: target.groupId }) });
    const path = apis.groupLock(target.groupId);
    const put = async (body: unknown) =>
      lockRoute(await loggedInRequest("operator", path, { method: "PUT", body }), context());
    expect((await put(maintenance())).status).toBe(204);
    const refused = await put({ until: "tomorrow", reason: "" });
    expect([
      refused.status,
      (await refused.json()).error.issues.map(({ code }: { code: string }) => code),
    ]).toEqual([400, ["lock-time", "required"]]);
    expect((await getGroup(admin, target.groupId)).lock).toMatchObject({ byId: "user-operator" });
    const lift = await liftRoute(await loggedInRequest("operator", path, { method: "DELETE" }), context());
    expect(lift.status).toBe(204);
    expect((await getGroup(admin, target.groupId)).lock).toBeNull();
  });
});
