import type { RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeAll, expect, it } from "vitest";
import { POST } from "@/app/api/v1/registry-tests/route";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { db } from "@/lib/server/db/client";
import { createGroup } from "@/lib/server/groups/write-group";
import { createLog } from "@/lib/server/log";
import { singleton } from "@/lib/server/singleton";
import { actorWith, apiRequest, loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, secret } from "@/tests/support/definitions";
import { bearer, storedToken } from "@/tests/support/tokens";
import { draft } from "./ask";
import { serveHttp } from "./servers";

temporaryDatabase();
process.env["PULLPATH_TEST_LOOPBACK"] = "yes";
process.env["PULLPATH_LOG_LEVEL"] = "debug";
const lines: string[] = [];
singleton("log", () => createLog("debug", { write: (line: string) => void lines.push(line) }));

const password = "the-secret-of-the-robot";
const hidden = [password, "robot:the", Buffer.from(`robot:${password}`).toString("base64"), "given-token"];
const login = { username: secret("robot"), password: secret("robot"), auth: null, identity_token: null };

beforeAll(async () => {
  const fields = { username: "robot", password };
  await createCredential({ name: "Robot", slug: "robot", fields }, actorWith("editor"));
});

afterEach(() => {
  lines.length = 0;
});

/** A registry that sends back whatever it is shown, wherever an answer has room for it. */
const echoes =
  (tokenStatus: number, rootStatus: number): RequestListener =>
  async (request, response) => {
    const shown = `${request.headers.authorization ?? ""} ${await text(request)}`.trim();
    const status = request.url?.startsWith("/token") ? tokenStatus : rootStatus;
    const first = request.headers.authorization === undefined && request.method === "GET";
    response.statusMessage = `seen ${shown}`;
    response.setHeader("x-seen", shown);
    response.setHeader("location", `http://${request.headers.host}/?seen=${encodeURIComponent(shown)}`);
    response.setHeader(
      "www-authenticate",
      `Bearer realm="http://${request.headers.host}/token",service="${first ? "s" : shown.replaceAll('"', "")}"`,
    );
    response.writeHead(first ? 401 : status).end(JSON.stringify({ token: "given-token", seen: shown }));
  };

it.each([
  [200, 200, null],
  [200, 401, "token-not-accepted"],
  [200, 302, "server-error"],
  [200, 500, "server-error"],
  [401, 401, "login-refused"],
  [302, 401, "token-refused"],
  [500, 401, "token-refused"],
])(
  "shows no secret to anybody when tokens end with %i and the registry with %i",
  async (tokens, root, code) => {
    const port = await serveHttp(echoes(tokens, root));
    const body = draft({ url: `http://127.0.0.1:${port}`, login });
    const answer = await POST(
      await loggedInRequest("operator", "/api/v1/registry-tests", { method: "POST", body }),
    );
    const told = await answer.text();
    const end = JSON.parse(told).steps.find((step: { step: string }) => step.step === "login");
    expect(end.fault?.code ?? null).toBe(code);
    expect(lines.some((line) => line.includes("registry.tested"))).toBe(true);
    const audit = JSON.stringify(await db().auditEvent.findMany());
    for (const text of hidden)
      expect([told, audit, ...lines].filter((place) => place.includes(text))).toEqual([]);
  },
);

/** Tells which logins arrive; asks for one first. */
function catchesLogins(arrived: string[]): RequestListener {
  return (request, response) => {
    const { authorization } = request.headers;
    if (authorization !== undefined) arrived.push(authorization);
    response.setHeader("www-authenticate", 'Basic realm="r"');
    response.writeHead(authorization === undefined ? 401 : 200).end();
  };
}

it("sends an editor's choice of host no login until a revision that does so was pushed", async () => {
  const arrived: string[] = [];
  const url = `http://127.0.0.1:${await serveHttp(catchesLogins(arrived))}`;
  const test = async () => {
    const body = draft({ url, login });
    return (
      await POST(await loggedInRequest("editor", "/api/v1/registry-tests", { method: "POST", body }))
    ).json();
  };
  expect((await test()).remarks).toEqual([{ code: "login-not-pushed", params: { host: url.slice(7) } }]);
  const registryHosts = [host(url.slice(7), { username: secret("robot"), password: secret("robot") })];
  const definition = define({ registryHosts });
  const { id: configurationId } = await createConfiguration(
    { name: "Saved", definition },
    actorWith("editor"),
  );
  expect((await test()).remarks).toHaveLength(1);
  expect(arrived).toEqual([]);
  const { id } = await createGroup(
    { name: "Pushed to", note: "", configurationId, nodeIds: [] },
    actorWith("operator"),
  );
  const { id: wantedRevisionId } = await db().revision.findFirstOrThrow({ where: { configurationId } });
  await db().group.update({ where: { id }, data: { wantedRevisionId } });
  expect(await test()).toMatchObject({ ok: true, remarks: [] });
  expect(arrived).toHaveLength(1);
});

it("sends a token's choice of host no login, although its owner may push", async () => {
  const arrived: string[] = [];
  const url = `http://127.0.0.1:${await serveHttp(catchesLogins(arrived))}`;
  const test = async (scopes: string) => {
    const { text: sent } = await storedToken("operator", scopes);
    const body = draft({ url, login });
    return POST(apiRequest("/api/v1/registry-tests", { method: "POST", body, headers: bearer(sent) }));
  };
  for (const half of ["", " pushes:write", " nodes:write"])
    expect((await (await test(`read registries:test${half}`)).json()).remarks).toMatchObject([
      { code: "login-not-pushed" },
    ]);
  expect(arrived).toEqual([]);
  expect((await (await test("read registries:test pushes:write nodes:write")).json()).remarks).toEqual([]);
  expect(arrived).toHaveLength(1);
});
