import { readdirSync, readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { POST } from "@/app/api/v1/harbor/projects/route";
import type { Role } from "@/lib/domain/people/roles";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { db } from "@/lib/server/db/client";
import { createGroup } from "@/lib/server/groups/write-group";
import { createLog } from "@/lib/server/log";
import { singleton } from "@/lib/server/singleton";
import { serveHttp } from "@/tests/integration/registry-test/servers";
import { actorWith, loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, secret } from "@/tests/support/definitions";
import { content, robot } from "./content";
import { type Asked, asHarbor, basic } from "./stand-in";

const { folder } = temporaryDatabase();
process.env["PULLPATH_TEST_LOOPBACK"] = "yes";
process.env["PULLPATH_LOG_LEVEL"] = "debug";
const lines: string[] = [];
singleton("log", () => createLog("debug", { write: (line: string) => void lines.push(line) }));

const password = "canary-9f2c-of-the-typed-password";
const typed = { kind: "typed", username: "admin", password };
const stored = { kind: "stored", credential: "robot" };
const hidden = [password, basic({ username: "admin", password }).slice("Basic ".length), "canary-9f2c"];

beforeAll(async () => {
  const fields = { username: robot.username, password: robot.password };
  await createCredential({ name: "Robot", slug: "robot", fields }, actorWith("editor"));
});

const post = async (body: unknown, role: Role = "operator") =>
  POST(await loggedInRequest(role, "/api/v1/harbor/projects", { method: "POST", body }));
const at = async (handle: RequestListener) => `http://127.0.0.1:${await serveHttp(handle)}`;

/** Sends back whatever it is shown, wherever an answer has room for it. */
const echoes =
  (status: number): RequestListener =>
  (request, response) => {
    const shown = request.headers.authorization ?? "";
    const pair = Buffer.from(shown.slice("Basic ".length), "base64").toString();
    response.setHeader("x-seen", shown);
    response.setHeader("location", `http://127.0.0.1/?seen=${encodeURIComponent(pair)}`);
    response.statusMessage = `seen ${shown}`;
    const first = shown === "";
    const seen = { auth_mode: pair, seen: pair, shown };
    response.writeHead(first ? 200 : status).end(JSON.stringify(seen));
  };

it.each([200, 302, 401, 403, 404, 500])(
  "keeps a typed password to itself when all ends with %i",
  async (status) => {
    const answer = await post({ address: await at(echoes(status)), access: typed, ca: null });
    expect(answer.status).toBe(200);
    expect((await answer.clone().json()).fault.code).toMatch(
      /^(login-not-taken|redirected|not-harbor|server-error)$/,
    );
    const audit = JSON.stringify(await db().auditEvent.findMany());
    expect(audit).toContain("harbor.read");
    expect(lines.some((line) => line.includes("harbor.read"))).toBe(true);
    const files = readdirSync(folder).filter((name) => name.includes(".db"));
    const kept = files.map((name) => readFileSync(join(folder, name)).toString("latin1"));
    expect(kept.length).toBeGreaterThan(0);
    for (const text of hidden)
      expect(
        [await answer.clone().text(), audit, ...lines, ...kept].filter((place) => place.includes(text)),
      ).toEqual([]);
  },
);

it.each([
  { address: "", access: typed, ca: null },
  { address: "http://x", access: { ...typed, username: "a:b" }, ca: null },
  { address: "http://x", access: { ...typed, password: `${password}\n` }, ca: null },
  { address: "http://x", access: { ...stored, password }, ca: null },
  { address: "http://x", access: typed, ca: "../x" },
])("refuses what it cannot use without quoting it", async (body) => {
  const answer = await post(body);
  const told = await answer.text();
  expect(answer.status).toBe(400);
  for (const text of hidden) expect([told, ...lines].filter((place) => place.includes(text))).toEqual([]);
});

it("writes down that a stored login is used before it goes out", async () => {
  const before: string[] = [];
  const asked: Asked = [];
  const serve = asHarbor(content, asked);
  const address = await at(async (request, response) => {
    const uses = await db().auditEvent.findMany({ where: { action: "credential.used" } });
    before.push(...uses.map(({ detail }) => detail ?? ""));
    serve(request, response);
  });
  expect((await post({ address, access: stored, ca: null })).status).toBe(200);
  expect(before[0]).toBe(JSON.stringify({ for: "harbor", host: address.slice("http://".length) }));
  expect(asked.some(({ authorization }) => authorization === basic(robot))).toBe(true);
});

it("sends an editor's choice of host no stored login until a revision that does so was pushed", async () => {
  const asked: Asked = [];
  const address = await at(asHarbor(content, asked));
  const logins = () => asked.filter(({ authorization }) => authorization !== "");
  const first = await (await post({ address, access: stored, ca: null }, "editor")).json();
  expect(first).toMatchObject({
    access: "none",
    remarks: [{ code: "login-not-pushed", params: { host: address.slice(7) } }],
  });
  expect(logins()).toEqual([]);
  const both = { username: secret("robot"), password: secret("robot") };
  const definition = define({ registryHosts: [host(address.slice(7), { ...both })] });
  const saved = await createConfiguration({ name: "Saved", definition }, actorWith("editor"));
  const group = { name: "Pushed to", note: "", configurationId: saved.id, nodeIds: [] };
  const { id } = await createGroup(group, actorWith("operator"));
  const { id: wantedRevisionId } = await db().revision.findFirstOrThrow({
    where: { configurationId: saved.id },
  });
  await db().group.update({ where: { id }, data: { wantedRevisionId } });
  const second = await (await post({ address, access: stored, ca: null }, "editor")).json();
  expect(second).toMatchObject({ access: "stored", remarks: [] });
  expect(logins()).not.toEqual([]);
});

it("says which stored login is gone", async () => {
  const answer = await post({
    address: "http://127.0.0.1:1",
    access: { ...stored, credential: "gone" },
    ca: null,
  });
  expect([answer.status, (await answer.json()).error.reason]).toEqual([409, "credentialDeleted"]);
});
