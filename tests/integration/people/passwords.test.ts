import { beforeEach, describe, expect, it } from "vitest";
import { GET as groups } from "@/app/api/v1/groups/route";
import { DELETE as endSession } from "@/app/api/v1/sessions/[id]/route";
import { GET as sessions } from "@/app/api/v1/sessions/route";
import type { PersonView } from "@/lib/domain/people/views";
import { db } from "@/lib/server/db/client";
import { resetFromConsole } from "@/lib/server/people/reset-from-console";
import { apiRequest } from "@/tests/support/actors";
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

const read = (cookie: string) => apiRequest("/api/v1/x", { headers: { cookie } });
const signOut = (cookie: string, id = "current") =>
  endSession(apiRequest("/x", { method: "DELETE", headers: { cookie } }), {
    params: Promise.resolve({ id }),
  });
const issuesOf = async (answer: Response) =>
  (await answer.json()).error.issues.map(({ path, code }: { path: string[]; code: string }) => [
    path[0],
    code,
  ]);

beforeEach(startAnew);

describe("a password that somebody else has seen", () => {
  it("lets its owner sign out, end nothing else, and see nothing", async () => {
    const { oneTimePassword } = await added("mei", "operator");
    const one = cookieOf(await people.logIn("mei", oneTimePassword));
    const other = cookieOf(await people.logIn("mei", oneTimePassword));
    const { id } = await db().session.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    expect(await reasonOf(await groups(read(one)))).toEqual([403, "passwordChangeNeeded"]);
    expect(await reasonOf(await signOut(one, id))).toEqual([403, "passwordChangeNeeded"]);
    expect((await signOut(one)).status).toBe(204);
    expect(await reasonOf(await sessions(read(other)))).toEqual([403, "passwordChangeNeeded"]);
  });

  it("opens its change for three days, and tells who knows it that they are over", async () => {
    const { id, oneTimePassword } = await added("mei", "operator");
    const isOver = async () => {
      const { people: listed } = await (await people.list(await trusted())).json();
      return listed.find((person: PersonView) => person.id === id).oneTimePasswordOver;
    };
    const age = (hours: number) =>
      db().account.updateMany({
        where: { userId: id },
        data: { updatedAt: new Date(Date.now() - hours * 60 * 60_000) },
      });
    await age(71);
    expect((await people.logIn("mei", oneTimePassword)).status).toBe(201);
    expect(await isOver()).toBe(false);
    await age(73);
    expect(await reasonOf(await people.logIn("mei", oneTimePassword))).toEqual([401, "oneTimePasswordOver"]);
    expect(await reasonOf(await people.logIn("mei", ownPassword))).toEqual([401, "loginFailed"]);
    expect(await isOver()).toBe(true);
    expect(await db().session.count({ where: { userId: id } })).toBe(1);
  });

  it("is kept alive by no session that began in its time", async () => {
    const { id, oneTimePassword } = await added("mei", "operator");
    const cookie = cookieOf(await people.logIn("mei", oneTimePassword));
    await db().account.updateMany({ where: { userId: id }, data: { updatedAt: new Date(0) } });
    const change = async (current: string) =>
      reasonOf(await people.changeOwn(cookie, { current, password: ownPassword }));
    expect(await change("guessed")).toEqual([403, "passwordWrong"]);
    expect(await change(oneTimePassword)).toEqual([403, "oneTimePasswordOver"]);
  });

  it("goes on for good once its owner has chosen it", async () => {
    const { id } = await settled("mei", "operator");
    await db().account.updateMany({ where: { userId: id }, data: { updatedAt: new Date(0) } });
    expect((await people.logIn("mei", ownPassword)).status).toBe(201);
  });

  it("is no longer asked for once it is changed", async () => {
    const { cookie } = await settled("mei", "operator");
    expect((await groups(read(cookie))).status).toBe(200);
  });
});

describe("one's own password", () => {
  it("is changed by who knows the present one, which ends the other sessions", async () => {
    const { cookie } = await settled("mei", "viewer");
    const other = cookieOf(await people.logIn("mei", ownPassword));
    const password = "seventeen quiet otters";
    const wrong = await people.changeOwn(cookie, { current: "guessed", password });
    expect(await reasonOf(wrong)).toEqual([403, "passwordWrong"]);
    const changed = await people.changeOwn(cookie, { current: ownPassword, password });
    expect(changed.status).toBe(204);
    expect((await sessions(read(cookieOf(changed)))).status).toBe(200);
    // A copy of the cookie of before opens nothing any more.
    for (const old of [cookie, other]) expect((await sessions(read(old))).status).toBe(401);
    expect((await people.logIn("mei", ownPassword)).status).toBe(401);
    expect((await people.logIn("mei", password)).status).toBe(201);
    const lines = JSON.stringify(await recorded());
    expect(lines).toContain("people.password-changed");
    expect(lines).not.toMatch(/otters|violet|guessed/);
  });

  it.each([
    ["short", "too-short"],
    ["Password1234!", "password-common"],
    ["Mei.Lin-mei-lin-7", "password-contains-name"],
    [ownPassword, "password-same"],
  ])("must be better than %s", async (password, code) => {
    const { cookie } = await settled("mei.lin", "viewer");
    const answer = await people.changeOwn(cookie, { current: ownPassword, password });
    expect([answer.status, await issuesOf(answer)]).toEqual([400, [["password", code]]]);
  });

  it("cannot be changed by a session that was ended", async () => {
    const { id, cookie } = await settled("mei", "viewer");
    await people.reset(await trusted(), id);
    const answer = await people.changeOwn(cookie, {
      current: ownPassword,
      password: "seventeen quiet otters",
    });
    expect(answer.status).toBe(401);
  });
});

describe("a reset", () => {
  it("makes a new password, told once, and ends the sessions", async () => {
    const { id, cookie } = await settled("mei", "viewer");
    const answer = await people.reset(await trusted(), id);
    const { oneTimePassword, username } = await answer.json();
    expect([answer.status, username]).toEqual([200, "mei"]);
    expect((await sessions(read(cookie))).status).toBe(401);
    expect((await people.logIn("mei", ownPassword)).status).toBe(401);
    const back = cookieOf(await people.logIn("mei", oneTimePassword));
    expect(await reasonOf(await sessions(read(back)))).toEqual([403, "passwordChangeNeeded"]);
    const kept = JSON.stringify([await (await people.list(await trusted())).json(), await recorded()]);
    expect(kept).toContain("people.password-reset");
    expect(kept).not.toContain(oneTimePassword);
  });
});

it("leaves no session to who signs in with the old password at the moment of a reset", async () => {
  const { id } = await settled("mei", "viewer");
  for (let round = 0; round < 3; round += 1) {
    const cookie = await trusted();
    const { password: before } = await db().account.findFirstOrThrow({ where: { userId: id } });
    const [answer] = await Promise.all([people.logIn("mei", ownPassword), people.reset(cookie, id)]);
    expect([201, 401]).toContain(answer.status);
    expect(await db().session.count({ where: { userId: id } })).toBe(0);
    await db().account.updateMany({ where: { userId: id }, data: { password: before } });
  }
});

describe("the way back in from the machine", () => {
  it("gives an administrator a new password and ends the sessions", async () => {
    const { id, cookie } = await settled("mei", "admin");
    const { ok, value } = (await resetFromConsole("MEI")) as { ok: true; value: string };
    expect(ok).toBe(true);
    expect((await sessions(read(cookie))).status).toBe(401);
    expect((await people.logIn("mei", value)).status).toBe(201);
    const [line] = await recorded("people.password-reset");
    expect(line).toMatchObject({ actorId: null, actorName: "Pullpath", targetId: id });
    expect(line?.digest).toEqual(expect.any(String));
    expect(JSON.stringify(line)).not.toContain(value);
  });

  it.each(["viewer-1", "off-1", "nobody"])("is closed to %s and names who can be let in", async (name) => {
    await added("root-1", "admin");
    await added("viewer-1", "viewer");
    const off = await added("off-1", "admin");
    await people.disable(await trusted(), off.id);
    expect(await resetFromConsole(name)).toEqual({ ok: false, error: ["admin", "root-1"] });
    expect(await recorded("people.password-reset")).toEqual([]);
  });
});
