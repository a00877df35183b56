import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { POST as setup } from "@/app/api/v1/setup/route";
import { announceSetup } from "@/lib/server/auth/setup-token";
import { db } from "@/lib/server/db/client";
import { apiRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

const { folder } = temporaryDatabase();
const file = join(folder, "setup-token");
const password = "violet-harbour-19-pines";
const errorOf = async (response: Response) => (await response.json()).error;
const send = (body: Record<string, unknown>) =>
  setup(apiRequest("/api/v1/setup", { method: "POST", body: { username: "root", password, ...body } }));

/** Starts the server's part of the setup and returns what it printed. */
async function start(): Promise<string> {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await announceSetup();
  const text = written.mock.calls.map(([chunk]) => String(chunk)).join("");
  written.mockRestore();
  return text;
}
const readToken = () => readFileSync(file, "utf8").trim();

describe("the first run", () => {
  beforeEach(start);

  it("prints the token with where to enter it, and keeps it in a file for its owner", async () => {
    const text = await start();
    expect(text).toContain(readToken());
    expect(text).toContain("http://localhost:3000/setup");
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("stores only a hash of the token", async () => {
    expect(JSON.stringify(await db().setting.findMany())).not.toContain(readToken());
  });

  it("makes a new token at each start", async () => {
    const old = readToken();
    await start();
    const answer = await send({ token: old });
    expect([answer.status, (await errorOf(answer)).reason]).toEqual([403, "setupTokenWrong"]);
  });

  it.each([
    [{ password: "short" }, ["password", "too-short"]],
    [{ password: "aaaaaaaaaaaaaaaa" }, ["password", "password-simple"]],
    [{ password: "Password12345678" }, ["password", "password-common"]],
    [{ username: "a b" }, ["username", "username-characters"]],
    [{ username: "" }, ["username", "required"]],
  ])("refuses %j before it uses up the token", async (body, [field, code]) => {
    const answer = await send({ token: readToken(), ...body });
    expect(answer.status).toBe(400);
    expect((await errorOf(answer)).issues).toContainEqual(expect.objectContaining({ path: [field], code }));
    expect(await db().user.count()).toBe(0);
  });

  it("makes exactly one administrator of many requests at once, logged in, and ends", async () => {
    const token = readToken();
    const names = ["one", "two", "three", "four", "five", "six"];
    const answers = await Promise.all(names.map((username) => send({ token, username })));
    const codes = answers.map((answer) => answer.status).sort();
    expect(codes[0]).toBe(201);
    expect(codes.slice(1).every((code) => code === 403 || code === 409)).toBe(true);
    expect(await db().user.findMany({ select: { role: true } })).toEqual([{ role: "admin" }]);
    expect(await db().account.count()).toBe(1);
    const winner = answers.find((answer) => answer.status === 201);
    expect(winner?.headers.getSetCookie()[0]).toMatch(/^pullpath\.session_token=.+HttpOnly/i);
    expect(existsSync(file)).toBe(false);
    expect(await db().setting.findMany({ where: { key: { not: "audit.head" } } })).toEqual([]);
  });

  it("is over for good", async () => {
    expect(await start()).toBe("");
    const answer = await send({ token: "anything" });
    expect([answer.status, (await errorOf(answer)).reason]).toEqual([409, "setupDone"]);
  });
});
