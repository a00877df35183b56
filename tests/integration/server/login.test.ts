import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { DELETE as revoke } from "@/app/api/v1/sessions/[id]/route";
import { POST as checkPassword } from "@/app/api/v1/sessions/password-check/route";
import { POST as login, GET as sessions } from "@/app/api/v1/sessions/route";
import { POST as setup } from "@/app/api/v1/setup/route";
import { announceSetup } from "@/lib/server/auth/setup-token";
import { db } from "@/lib/server/db/client";
import { apiRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

const { folder } = temporaryDatabase();
const password = "violet-harbour-19-pines";
const errorOf = async (response: Response) => (await response.json()).error;
const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(";")[0] ?? "";

const post = (route: typeof login, body: unknown, headers: Record<string, string> = {}) =>
  route(apiRequest("/api/v1/x", { method: "POST", body, headers }));
const logIn = (name = "Root", secret = password, headers: Record<string, string> = {}) =>
  post(login, { username: name, password: secret }, headers);
const listed = async (cookie: string) => {
  const answer = await sessions(apiRequest("/api/v1/sessions", { headers: { cookie } }));
  return answer.status === 200 ? (await answer.json()).sessions : answer.status;
};

async function freshToken(): Promise<string> {
  const quiet = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await announceSetup();
  quiet.mockRestore();
  return readFileSync(join(folder, "setup-token"), "utf8").trim();
}

beforeAll(async () => {
  const token = await freshToken();
  expect((await post(setup, { token, username: "Root", password })).status).toBe(201);
});
beforeEach(() => db().loginThrottle.deleteMany());

describe("a login", () => {
  it("gives a cookie scripts cannot read and answers without the token", async () => {
    const answer = await logIn();
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(answer.status).toBe(201);
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(Object.keys(await answer.json())).toEqual(["user"]);
  });

  it("takes the name in any case", async () => {
    expect((await logIn("rOOt")).status).toBe(201);
  });

  it("gives a new token each time and ends the session this browser had", async () => {
    const first = cookieOf(await logIn());
    const second = cookieOf(await logIn("root", password, { cookie: first }));
    expect(second).not.toBe(first);
    expect(await listed(first)).toBe(401);
    expect(await listed(second)).not.toBe(401);
  });

  it("answers alike for a wrong password and for a name nobody has", async () => {
    const wrong = await errorOf(await logIn("root", "wrong"));
    const unknown = await errorOf(await logIn("nobody", "wrong"));
    expect({ ...unknown, requestId: "" }).toEqual({ ...wrong, requestId: "" });
    expect(wrong).toMatchObject({ reason: "loginFailed", params: { triesLeft: 4 } });
  });

  it("takes about as long for both", async () => {
    const time = async (name: string) => {
      const start = performance.now();
      await logIn(name, "wrong-password-of-some-length");
      return performance.now() - start;
    };
    await time("warm-up");
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      known.push(await time("root"));
      unknown.push(await time("nobody"));
    }
    // The quickest of each is the least disturbed by whatever else this machine does.
    const [one, other] = [Math.min(...known), Math.min(...unknown)];
    expect(Math.max(one, other) / Math.min(one, other)).toBeLessThan(3);
  });

  it("writes who came and who was refused into the audit log, and never a password or an unknown name", async () => {
    await logIn();
    await logIn("root", "wrong");
    await logIn("my-secret-typed-as-name", "wrong");
    const rows = await db().auditEvent.findMany({
      where: { action: "session.created" },
      orderBy: { id: "desc" },
    });
    expect(rows.slice(0, 3).map((row) => [row.actorName, row.result])).toEqual([
      ["unknown", "refused"],
      ["Root", "refused"],
      ["Root", "ok"],
    ]);
    expect(JSON.stringify([rows, await db().loginThrottle.findMany()])).not.toMatch(/my-secret|wrong|violet/);
  });
});

describe("the throttle", () => {
  // Pauses are seconds long; a slow machine must not outlive them between two tries.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.now() }));
  afterEach(() => void vi.useRealTimers());

  it("lets five tries through, then says how long to wait, also for the right password", async () => {
    for (let count = 0; count < 5; count += 1) expect((await logIn("root", "wrong")).status).toBe(401);
    const answer = await logIn();
    expect(answer.status).toBe(429);
    expect(answer.headers.get("retry-after")).toBe("2");
    vi.setSystemTime(Date.now() + 2001);
    expect((await logIn()).status).toBe(201);
  });

  it("is not outrun by many tries at once", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => logIn("root", "wrong")));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
  });

  it("counts an address over all names", async () => {
    const headers = { "x-pullpath-address": "192.0.2.7" };
    for (let count = 0; count < 20; count += 1) await logIn(`name-${count}`, "x", headers);
    expect((await logIn("another", "x", headers)).status).toBe(429);
    expect((await logIn("another", "x", { "x-pullpath-address": "192.0.2.8" })).status).toBe(401);
  });

  it("does not lock an account for its owner because a stranger tries it from elsewhere", async () => {
    const stranger = { "x-pullpath-address": "198.51.100.9" };
    const owner = { "x-pullpath-address": "192.0.2.20" };
    for (let count = 0; count < 5; count += 1) await logIn("root", "wrong", stranger);
    expect((await logIn("root", password, stranger)).status).toBe(429);
    expect((await logIn("root", password, owner)).status).toBe(201);
    expect((await logIn("root", password, stranger)).status).toBe(429);
  });

  it("slows down one name tried from many addresses, and no login of its owner forgives that", async () => {
    const from = (at: number) => ({ "x-pullpath-address": `203.0.113.${at}` });
    const ofName = { key: { startsWith: "login:name:" } };
    await logIn("root", "wrong", from(0));
    await db().loginThrottle.updateMany({ where: ofName, data: { failures: 49 } });
    expect((await logIn("root", "wrong", from(1))).status).toBe(401);
    const answer = await logIn("root", password, from(2));
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "2"]);
    vi.setSystemTime(Date.now() + 2001);
    expect((await logIn("root", password, from(2))).status).toBe(201);
    expect(await db().loginThrottle.findFirst({ where: ofName })).toMatchObject({ failures: 50 });
  });

  it("forgets the failures of a name at its next success from there", async () => {
    for (let count = 0; count < 4; count += 1) await logIn("root", "wrong");
    await logIn();
    expect((await errorOf(await logIn("root", "wrong"))).params).toEqual({ triesLeft: 4 });
  });
});

describe("sessions", () => {
  it("are listed without their tokens and end when revoked", async () => {
    const mine = cookieOf(await logIn("root", password, { "user-agent": "Mine" }));
    const other = cookieOf(await logIn("root", password, { "user-agent": "Other" }));
    const rows: { id: string; current: boolean; userAgent: string }[] = await listed(mine);
    expect(rows.find((row) => row.current)?.userAgent).toBe("Mine");
    expect(JSON.stringify(rows)).not.toContain("token");

    const id = rows.find((row) => row.userAgent === "Other")?.id ?? "";
    const request = apiRequest("/x", { method: "DELETE", headers: { cookie: mine } });
    expect((await revoke(request, { params: Promise.resolve({ id }) })).status).toBe(204);
    expect(await listed(other)).toBe(401);
    const again = apiRequest("/x", { method: "DELETE", headers: { cookie: mine } });
    expect((await revoke(again, { params: Promise.resolve({ id }) })).status).toBe(404);
  });

  it("end at the logout, which makes the browser forget the cookie", async () => {
    const cookie = cookieOf(await logIn());
    const answer = await revoke(apiRequest("/x", { method: "DELETE", headers: { cookie } }), {
      params: Promise.resolve({ id: "current" }),
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^pullpath\.session_token=;.*Max-Age=0/i);
    expect(await listed(cookie)).toBe(401);
  });

  it("end when their time is over, and grow longer while they are used", async () => {
    const cookie = cookieOf(await logIn());
    const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
    const soon = new Date(Date.now() + 60_000);
    await db().session.update({ where: { token }, data: { expiresAt: soon } });
    const used = await sessions(apiRequest("/x", { headers: { cookie } }));
    expect(used.headers.getSetCookie().join()).toContain("pullpath.session_token=");
    const { expiresAt } = await db().session.findUniqueOrThrow({ where: { token } });
    expect(expiresAt.getTime()).toBeGreaterThan(soon.getTime());

    await db().session.update({ where: { token }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await listed(cookie)).toBe(401);
  });

  it("remember when the password was typed again", async () => {
    const cookie = cookieOf(await logIn());
    const wrong = await post(checkPassword, { password: "wrong" }, { cookie });
    expect([wrong.status, (await errorOf(wrong)).reason]).toEqual([403, "passwordWrong"]);
    expect(await db().session.count({ where: { passwordCheckedAt: { not: null } } })).toBe(0);
    expect((await post(checkPassword, { password }, { cookie })).status).toBe(204);
    expect(await db().session.count({ where: { passwordCheckedAt: { not: null } } })).toBe(1);
  });
});

it("keeps the database file for its owner alone", () => {
  expect(statSync(folder).mode & 0o077).toBe(0);
});
