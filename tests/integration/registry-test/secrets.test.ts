import type { RequestListener } from "node:http";
import { text } from "node:stream/consumers";
import { afterEach, beforeAll, expect, it } from "vitest";
import { POST } from "@/app/api/v1/registry-tests/route";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { db } from "@/lib/server/db/client";
import { createLog } from "@/lib/server/log";
import { singleton } from "@/lib/server/singleton";
import { actorWith, loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { secret } from "@/tests/support/definitions";
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
      await loggedInRequest("editor", "/api/v1/registry-tests", { method: "POST", body }),
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
