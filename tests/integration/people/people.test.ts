import { beforeEach, describe, expect, it } from "vitest";
import { POST as create } from "@/app/api/v1/people/route";
import { GET as sessions } from "@/app/api/v1/sessions/route";
import { db } from "@/lib/server/db/client";
import { changeRole } from "@/lib/server/people/change-role";
import { deletePerson } from "@/lib/server/people/delete-person";
import { setDisabled } from "@/lib/server/people/disable-person";
import { actorWith, apiRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import {
  added,
  cookieOf,
  ownPassword,
  people,
  reasonOf,
  recorded,
  settled,
  startAnew,
  trusted,
} from "@/tests/support/people";

temporaryDatabase();

const usable = async (cookie: string) =>
  (await sessions(apiRequest("/api/v1/sessions", { headers: { cookie } }))).status;

beforeEach(startAnew);

const demote = (id: string) => db().user.update({ where: { id }, data: { role: "viewer" } });

describe("adding somebody", () => {
  it("answers with a password once, and keeps no more than its hash", async () => {
    const { id, oneTimePassword } = await added("mei", "operator", "Mei Lin");
    expect(oneTimePassword).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    const listed = await (await people.list(await trusted())).json();
    expect(listed.people).toContainEqual({
      id,
      username: "mei",
      name: "Mei Lin",
      role: "operator",
      disabled: false,
      mustChangePassword: true,
      oneTimePasswordOver: false,
      createdAt: expect.any(String),
      lastLoginAt: null,
      own: false,
    });
    const kept = JSON.stringify([
      listed,
      await db().user.findMany({ include: { accounts: true } }),
      await recorded(),
    ]);
    expect(kept).not.toContain(oneTimePassword);
    const [line] = await recorded("people.created");
    expect(line).toMatchObject({
      targetId: id,
      targetName: "Mei Lin",
      detail: JSON.stringify({ username: "mei", role: "operator" }),
    });
  });

  it.each([
    [{ username: "MEI", displayName: "Other" }, "usernameTaken"],
    [{ username: "other", displayName: "mei lin" }, "displayNameTaken"],
    [{ username: "other", displayName: "Mei" }, "displayNameTaken"],
  ])("refuses %j, who would be taken for another", async (names, reason) => {
    await added("mei", "viewer", "Mei Lin");
    const answer = await people.create(await trusted(), { ...names, role: "viewer" });
    expect(await reasonOf(answer)).toEqual([409, reason]);
  });
});

describe("what gives power", () => {
  it.each([
    ["ended", (userId: string) => db().session.deleteMany({ where: { userId } }), [401, "loginNeeded"]],
    ["demoted", demote, [403, "permissionMissing"]],
  ] as const)("goes to nobody who was %s while the request was on its way", async (_, change, refusal) => {
    const cookie = await trusted();
    const { userId } = await db().session.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    const request = apiRequest("/api/v1/people", {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
    });
    const body = JSON.stringify({ username: "li", displayName: "", role: "admin" });
    const send = async (controller: ReadableStreamDefaultController) => {
      await change(userId);
      controller.enqueue(new TextEncoder().encode(body));
      controller.close();
    };
    // Nothing is pulled before the route reads it.
    const held = new ReadableStream({ pull: send }, { highWaterMark: 0 });
    const answer = await create(new Request(request, { body: held, duplex: "half" } as RequestInit));
    expect(await reasonOf(answer)).toEqual(refusal);
    expect(await db().user.count({ where: { username: "li" } })).toBe(0);
  });

  it("asks for the password of who does it", async () => {
    const { id } = await added("mei", "viewer");
    const stale = { passwordCheckedAt: new Date(Date.now() - 6 * 60 * 1000) };
    for (const cookie of [await sessionCookie("admin"), await sessionCookie("admin", stale)]) {
      const asked = [
        await people.create(cookie, { username: "li", displayName: "", role: "admin" }),
        await people.role(cookie, id, "admin"),
        await people.reset(cookie, id),
      ];
      for (const answer of asked) expect(await reasonOf(answer)).toEqual([403, "passwordNeeded"]);
    }
  });

  it("is kept from who else could do it to oneself", async () => {
    const cookie = await trusted();
    const answers = [
      await people.role(cookie, "user-admin", "viewer"),
      await people.disable(cookie, "user-admin"),
      await people.reset(cookie, "user-admin"),
      await people.remove(cookie, "user-admin"),
    ];
    for (const answer of answers) expect(await reasonOf(answer)).toEqual([403, "personIsYou"]);
  });

  it("leaves an administrator who can sign in, whoever acts at the same moment", async () => {
    const { id } = await settled("mei", "admin");
    const off = await settled("li", "admin");
    await people.disable(await trusted(), off.id);
    await people.disable(await trusted(), id, true);
    await people.disable(await trusted(), id, false);
    await settled("bo", "viewer");
    const mei = cookieOf(await people.logIn("mei", ownPassword));
    const answers = await Promise.all([
      people.role(await trusted(), id, "viewer"),
      people.disable(mei, "user-admin"),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const left = await db().user.findFirstOrThrow({ where: { role: "admin", disabledAt: null } });
    // One who is no administrator any more, and was when the request came.
    const { id: sessionId, userId } = await db().session.findFirstOrThrow({
      where: { user: { username: "bo" } },
    });
    const other = actorWith("admin", { userId, sessionId, passwordCheckedAt: new Date() });
    const last = { reason: "lastAdministrator" };
    await expect(changeRole(left.id, "viewer", other)).rejects.toMatchObject(last);
    await expect(setDisabled(left.id, true, other)).rejects.toMatchObject(last);
    await expect(deletePerson(left.id, other)).rejects.toMatchObject(last);
  });
});

describe("another role", () => {
  it("ends the sessions of who gets it, and is on the record", async () => {
    const { id, cookie } = await settled("mei", "viewer");
    expect((await people.role(await trusted(), id, "operator")).status).toBe(204);
    expect(await usable(cookie)).toBe(401);
    const [line] = await recorded("people.role-changed");
    expect(line).toMatchObject({ targetName: "mei", detail: '{"from":"viewer","to":"operator"}' });
  });
});

describe("who is disabled", () => {
  it("is out at once with sessions and tokens, and is answered like a wrong password", async () => {
    const { id, cookie } = await settled("mei", "editor");
    const expiresAt = new Date(Date.now() + 60_000);
    const token = { name: "ci", hash: "h", scopes: "read", userId: id, expiresAt };
    await db().apiToken.create({ data: token });
    expect((await people.disable(await trusted(), id)).status).toBe(204);
    expect(await usable(cookie)).toBe(401);
    expect((await db().apiToken.findFirstOrThrow()).revokedAt).not.toBeNull();

    const right = await people.logIn("mei", ownPassword);
    await db().loginThrottle.deleteMany();
    const wrong = await people.logIn("mei", "not the password");
    const body = async (answer: Response) => ({ ...(await answer.json()).error, requestId: "" });
    expect([right.status, await body(right)]).toEqual([wrong.status, await body(wrong)]);
    expect(right.headers.getSetCookie()).toEqual([]);
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
  });

  it("is recognized by no session that stayed, and comes back without any", async () => {
    const { id, cookie } = await settled("mei", "editor");
    await db().user.update({ where: { id }, data: { disabledAt: new Date() } });
    expect(await usable(cookie)).toBe(401);
    expect((await people.disable(await trusted(), id, false)).status).toBe(204);
    expect(await usable(cookie)).toBe(401);
    expect((await people.logIn("mei", ownPassword)).status).toBe(201);
    expect(await recorded("people.enabled")).toHaveLength(1);
  });
});

describe("who is deleted", () => {
  it("is gone with sessions, and stays in the records by name", async () => {
    const { id, cookie } = await settled("mei", "editor");
    expect((await people.remove(await trusted(), id)).status).toBe(204);
    expect(await usable(cookie)).toBe(401);
    expect((await people.logIn("mei", ownPassword)).status).toBe(401);
    const own = await db().auditEvent.findMany({ where: { actorId: id } });
    expect([...new Set(own.map(({ actorName }) => actorName))]).toEqual(["mei"]);
    const [line] = await recorded("people.deleted");
    expect(line).toMatchObject({ targetName: "mei", detail: '{"username":"mei","role":"editor"}' });
    expect(await reasonOf(await people.remove(await trusted(), id))).toEqual([404, "personNotFound"]);
  });
});

it("remembers when somebody last signed in", async () => {
  const { id } = await settled("mei", "viewer");
  await db().user.update({ where: { id }, data: { lastLoginAt: null } });
  await people.logIn("mei", ownPassword);
  const { lastLoginAt } = await db().user.findUniqueOrThrow({ where: { id } });
  expect(Date.now() - (lastLoginAt?.getTime() ?? 0)).toBeLessThan(60_000);
});
