import { beforeEach, describe, expect, it } from "vitest";
import { GET as groups, POST as newGroup } from "@/app/api/v1/groups/route";
import { addressThrottle } from "@/lib/domain/people/throttle";
import { makeTokenText } from "@/lib/server/auth/token-text";
import { db } from "@/lib/server/db/client";
import { createLog } from "@/lib/server/log";
import { singleton } from "@/lib/server/singleton";
import { apiRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { reasonOf, startAnew } from "@/tests/support/people";
import { bearer, storedToken } from "@/tests/support/tokens";

temporaryDatabase();
const lines: string[] = [];
singleton("log", () => createLog("debug", { write: (line: string) => void lines.push(line) }));

const read = async (headers: Record<string, string>) => groups(apiRequest("/api/v1/groups", { headers }));
const own = { id: "user-operator" };
const past = () => new Date(Date.now() - 1000);

beforeEach(async () => {
  await startAnew();
  await sessionCookie("admin");
  lines.length = 0;
});

type Spoil = (token: { id: string; text: string }) => Promise<unknown>;
const updateToken =
  (data: object): Spoil =>
  ({ id }) =>
    db().apiToken.update({ where: { id }, data });
const updateOwner =
  (data: object): Spoil =>
  () =>
    db().user.update({ where: own, data });

describe("a token", () => {
  it("lets in who sends it, whatever the case of the word before it", async () => {
    const { text } = await storedToken("operator", "read");
    for (const word of ["Bearer", "bearer", "BEARER  "])
      expect((await read({ authorization: `${word} ${text}` })).status).toBe(200);
  });

  it.each<[string, Spoil]>([
    ["revoked", updateToken({ revokedAt: past() })],
    ["expired", updateToken({ expiresAt: past() })],
    ["owner-disabled", updateOwner({ disabledAt: past() })],
    ["owner-must-change-password", updateOwner({ mustChangePassword: true })],
    ["owner-without-role", updateOwner({ role: "root" })],
    ["unknown", () => db().user.delete({ where: own })],
  ])("that is %s opens nothing, says no more than that, and the log says why", async (why, spoil) => {
    const token = await storedToken("operator", "read");
    expect((await read(bearer(token.text))).status).toBe(200);
    await spoil(token);
    const answers = [await read(bearer(token.text)), await read(bearer(makeTokenText()))];
    const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()).error));
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect({ ...bodies[0], requestId: "" }).toEqual({ ...bodies[1], requestId: "" });
    expect(bodies[0].reason).toBe("tokenInvalid");
    const told = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === "token.refused");
    expect(told.map((line) => [line.why, line.id])).toEqual([
      [why, why === "unknown" ? undefined : token.id],
      ["unknown", undefined],
    ]);
    expect(lines.join()).not.toContain(token.text);
  });

  it.each([
    ["a typing error in it", (text: string) => text.replace(/.$/, (last) => (last === "0" ? "1" : "0"))],
    ["something behind it", (text: string) => `${text} x`],
    ["nothing but its beginning", () => "pp_"],
  ])("with %s opens nothing", async (_, change) => {
    const { text } = await storedToken("operator", "read");
    expect(await reasonOf(await read(bearer(change(text))))).toEqual([401, "tokenInvalid"]);
    expect(lines.join()).toContain("malformed");
  });

  it("is judged alone: no cookie beside it helps, and none is answered", async () => {
    const { text } = await storedToken("operator", "read");
    const cookie = await sessionCookie("admin");
    await db().session.updateMany({ data: { updatedAt: new Date(0) } });
    const wrong = await read({ ...bearer(makeTokenText()), cookie });
    expect(await reasonOf(wrong)).toEqual([401, "tokenInvalid"]);
    const body = { name: "edge" };
    const write = apiRequest("/x", { method: "POST", body, headers: { ...bearer(text), cookie } });
    expect(await reasonOf(await newGroup(write))).toEqual([403, "scopeMissing"]);
    expect((await read({ ...bearer(text), cookie })).headers.getSetCookie()).toEqual([]);
  });

  it("is refused as well where a page of another site has it sent", async () => {
    const { text } = await storedToken("operator", "read nodes:write");
    const headers = { ...bearer(text), "sec-fetch-site": "cross-site" };
    const request = apiRequest("/x", { method: "POST", body: { name: "edge" }, headers });
    expect(await reasonOf(await newGroup(request))).toEqual([403, "originWrong"]);
  });

  it("begins nothing when it is revoked while the body is on its way", async () => {
    const { id, text } = await storedToken("operator", "read nodes:write");
    const headers = { ...bearer(text), "content-type": "application/json" };
    const pull = async (controller: ReadableStreamDefaultController) => {
      await db().apiToken.update({ where: { id }, data: { revokedAt: new Date() } });
      controller.enqueue(new TextEncoder().encode('{"name":"edge"}'));
      controller.close();
    };
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const request = apiRequest("/x", { method: "POST", headers });
    const answer = await newGroup(new Request(request, { body, duplex: "half" } as RequestInit));
    expect(await reasonOf(answer)).toEqual([401, "tokenInvalid"]);
    expect(await db().group.count()).toBe(0);
  });

  it("remembers its last use, once a minute at most", async () => {
    const { id, text } = await storedToken("operator", "read");
    const lastUse = async () => (await db().apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt;
    const setLastUse = (ago: number) =>
      db().apiToken.update({ where: { id }, data: { lastUsedAt: new Date(Date.now() - ago) } });
    expect(await lastUse()).toBeNull();
    await read(bearer(text));
    expect(Date.now() - ((await lastUse())?.getTime() ?? 0)).toBeLessThan(30_000);
    const { lastUsedAt } = await setLastUse(50_000);
    await read(bearer(text));
    expect(await lastUse()).toEqual(lastUsedAt);
    await setLastUse(61_000);
    await read(bearer(text));
    expect(Date.now() - ((await lastUse())?.getTime() ?? 0)).toBeLessThan(30_000);
  });
});

describe("a bearer that is not ours, such as a proxy adds", () => {
  const foreign = bearer("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyb2JvdCJ9.c2ln");

  it("stands beside a session and does not replace one", async () => {
    expect((await read({ ...foreign, cookie: await sessionCookie("viewer") })).status).toBe(200);
    expect(await reasonOf(await read(foreign))).toEqual([401, "loginNeeded"]);
  });
});

describe("many wrong tokens", () => {
  const from = (address: string) => ({ "x-pullpath-address": address });

  it("make their address wait, and nobody who has a good one", async () => {
    const { text } = await storedToken("operator", "read");
    const wrong = bearer(makeTokenText());
    for (let count = 0; count < addressThrottle.free; count += 1)
      expect((await read({ ...wrong, ...from("10.0.0.1") })).status).toBe(401);
    const slowed = await read({ ...wrong, ...from("10.0.0.1") });
    expect([slowed.status, slowed.headers.get("retry-after")]).toEqual([429, "2"]);
    expect((await read({ ...wrong, ...from("10.0.0.2") })).status).toBe(401);
    expect((await read({ ...bearer(text), ...from("10.0.0.1") })).status).toBe(200);
  });
});
