import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { GET as groups } from "@/app/api/v1/groups/route";
import { tokenScopes } from "@/lib/domain/tokens/scopes";
import { hashToken } from "@/lib/server/auth/token-text";
import { db } from "@/lib/server/db/client";
import { createLog } from "@/lib/server/log";
import { resetFromConsole } from "@/lib/server/people/reset-from-console";
import { singleton } from "@/lib/server/singleton";
import { apiRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { people, reasonOf, recorded, startAnew, trusted } from "@/tests/support/people";
import { bearer, listed, made, storedToken, tokens, trustedAs } from "@/tests/support/tokens";

const { folder } = temporaryDatabase();
const lines: string[] = [];
singleton("log", () => createLog("debug", { write: (line: string) => void lines.push(line) }));

const day = 24 * 60 * 60 * 1000;
const ago = (days: number) => new Date(Date.now() - days * day);
const use = async (text: string) =>
  (await groups(apiRequest("/api/v1/groups", { headers: bearer(text) }))).status;

beforeEach(startAnew);

describe("making a token", () => {
  it("answers with it once, and keeps no more than its hash", async () => {
    const { id, token, expiresAt } = await made("operator", ["read", "pushes:write", "read"]);
    expect(Math.abs(Date.parse(expiresAt) - Date.now() - 90 * day)).toBeLessThan(60_000);
    expect(await use(token)).toBe(200);
    expect(await listed("operator")).toEqual([
      {
        id,
        name: "ci",
        scopes: ["read", "pushes:write"],
        withheld: [],
        state: "active",
        owner: "operator",
        own: true,
        createdAt: expect.any(String),
        expiresAt,
        lastUsedAt: expect.any(String),
        revokedAt: null,
      },
    ]);
    await tokens.revoke({ cookie: await sessionCookie("operator") }, id);
    const [line] = await recorded("token.created");
    expect(line).toMatchObject({
      actorName: "operator",
      targetId: id,
      targetName: "ci",
      detail: JSON.stringify({ scopes: ["read", "pushes:write"], expiresAt }),
    });
    const kept = ["pullpath.db", "pullpath.db-wal"].map((name) => readFileSync(join(folder, name), "latin1"));
    const told = JSON.stringify([await listed("operator"), await recorded(), await db().apiToken.findMany()]);
    expect(lines.some((text) => text.includes("token.created"))).toBe(true);
    expect(kept.join()).toContain(hashToken(token));
    for (const place of [...kept, told, lines.join()]) expect(place).not.toContain(token.slice(3, 30));
  });

  it("asks for the password of who does it", async () => {
    const wanted = { name: "ci", scopes: ["read"], days: 1 };
    const stale = { passwordCheckedAt: new Date(Date.now() - 6 * 60 * 1000) };
    for (const cookie of [await sessionCookie("viewer"), await sessionCookie("viewer", stale)])
      expect(await reasonOf(await tokens.create({ cookie }, wanted))).toEqual([403, "passwordNeeded"]);
    expect(await db().apiToken.count()).toBe(0);
  });

  it("takes the password for one token, and not for all that follow within minutes", async () => {
    const trust = await trustedAs("viewer");
    const make = async (name: string) =>
      reasonOf(await tokens.create(trust, { name, scopes: ["read"], days: 1 }));
    const ends = await Promise.all([make("first"), make("second")]);
    expect(ends.toSorted()).toEqual([
      [201, null],
      [403, "passwordNeeded"],
    ]);
  });

  it("hands on nothing that the role does not have", async () => {
    const wanted = { name: "ci", scopes: ["read", "definitions:write"], days: 1 };
    const answer = await tokens.create(await trustedAs("operator"), wanted);
    expect(await reasonOf(answer)).toEqual([403, "permissionMissing"]);
  });

  it("refuses a second one of the same name while the first works", async () => {
    const { id } = await made("viewer", ["read"], "Nightly");
    const wanted = { name: "nightly", scopes: ["read"], days: 1 };
    const answer = await tokens.create(await trustedAs("viewer"), wanted);
    expect(await reasonOf(answer)).toEqual([409, "tokenNameTaken"]);
    await made("operator", ["read"], "nightly");
    await tokens.revoke(await trustedAs("viewer"), id);
    await made("viewer", ["read"], "nightly");
  });

  it("ends at a number that nobody needs", async () => {
    for (let count = 0; count < 50; count += 1) await storedToken("viewer", "read", { name: `t${count}` });
    const answer = await tokens.create(await trustedAs("viewer"), { name: "ci", scopes: ["read"], days: 1 });
    expect(await reasonOf(answer)).toEqual([409, "tooManyTokens"]);
  });

  it("is nothing that a token can do", async () => {
    const { text, id } = await storedToken("admin", tokenScopes.join(" "));
    const answers = [
      await tokens.create(bearer(text), { name: "ci", scopes: ["read"], days: 1 }),
      await tokens.list(bearer(text)),
      await tokens.revoke(bearer(text), id),
    ];
    for (const answer of answers) expect(await reasonOf(answer)).toEqual([403, "sessionNeeded"]);
  });
});

describe("revoking", () => {
  it("ends a token at once, and is recorded once", async () => {
    const { id, token } = await made("viewer", ["read"]);
    const cookie = await sessionCookie("viewer");
    for (let time = 0; time < 2; time += 1) expect((await tokens.revoke({ cookie }, id)).status).toBe(204);
    expect(await use(token)).toBe(401);
    expect(await listed("viewer")).toMatchObject([{ id, state: "revoked" }]);
    const [line, ...more] = await recorded("token.revoked");
    expect([line, more]).toMatchObject([{ actorName: "viewer", targetId: id, detail: null }, []]);
  });

  it("is for its owner and for administrators, who see those of everybody", async () => {
    const { id, token } = await made("operator", ["read"]);
    await made("viewer", ["read"]);
    const other = await tokens.revoke({ cookie: await sessionCookie("viewer") }, id);
    expect(await reasonOf(other)).toEqual([404, "tokenNotFound"]);
    expect((await listed("viewer")).map(({ owner }) => owner)).toEqual(["viewer"]);
    expect((await listed("admin")).map(({ owner, own }) => [owner, own])).toEqual([
      ["viewer", false],
      ["operator", false],
    ]);
    expect(await use(token)).toBe(200);
    expect((await tokens.revoke({ cookie: await sessionCookie("admin") }, id)).status).toBe(204);
    expect(await use(token)).toBe(401);
    const [line] = await recorded("token.revoked");
    expect(line).toMatchObject({ actorName: "admin", detail: '{"owner":"operator"}' });
  });
});

describe("the list", () => {
  it("tells how each stands, ended ones for a month", async () => {
    await storedToken("viewer", "read", { name: "revoked long ago", revokedAt: ago(31) });
    await storedToken("viewer", "read", { name: "ended long ago", expiresAt: ago(31) });
    await storedToken("viewer", "read", { name: "revoked", revokedAt: ago(29) });
    await storedToken("viewer", "read", { name: "ended", expiresAt: ago(29) });
    await storedToken("viewer", "read nodes:write root", { name: "live" });
    const shown = async () =>
      (await listed("viewer")).map(({ name, state }) => `${name}: ${state}`).toSorted();
    expect(await shown()).toEqual(["ended: expired", "live: active", "revoked: revoked"]);
    const [first] = await listed("viewer");
    expect(first).toMatchObject({ scopes: ["read", "nodes:write"], withheld: ["nodes:write"] });
    await made("viewer", ["read"]);
    expect(await db().apiToken.count()).toBe(4);
  });
});

describe("a token whose owner", () => {
  it("is disabled stays shut when the account comes back", async () => {
    const { token } = await made("editor", ["read"]);
    await people.disable(await trusted(), "user-editor");
    expect(await use(token)).toBe(401);
    await people.disable(await trusted(), "user-editor", false);
    expect(await use(token)).toBe(401);
  });

  it.each([
    ["an administrator", async () => people.reset(await trusted(), "user-editor")],
    ["the console", () => resetFromConsole("admin")],
  ])(
    "gets a new password from %s stays shut, and none of it comes back with the next one",
    async (by, reset) => {
      const { token } = await made(by === "the console" ? "admin" : "editor", ["read"]);
      await reset();
      expect(await use(token)).toBe(401);
      await db().user.updateMany({ data: { mustChangePassword: false } });
      expect(await use(token)).toBe(401);
    },
  );

  it("is deleted goes with the account", async () => {
    const { token } = await made("editor", ["read"]);
    await people.remove(await trusted(), "user-editor");
    expect(await use(token)).toBe(401);
    expect(await db().apiToken.count()).toBe(0);
  });
});
