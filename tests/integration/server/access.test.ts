import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apis } from "@/lib/domain/paths";
import { can, permissions, roles } from "@/lib/domain/people/roles";
import { tokenScopes } from "@/lib/domain/tokens/scopes";
import { db } from "@/lib/server/db/client";
import { apiRequest, loggedInRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { type FoundRoute, findRoutes } from "@/tests/support/routes";
import { bearer, storedToken } from "@/tests/support/tokens";

temporaryDatabase();

const routes = await findRoutes();
const guarded = routes.filter(({ handler }) => handler.access !== "public");
const context = { params: Promise.resolve({ id: "nothing", path: ["nothing"] }) };
/** What only a person at a browser may do, besides what is about other people. */
const inPerson = [
  `PUT ${apis.ownPassword()}`,
  "DELETE /api/v1/sessions/[id]",
  `POST ${apis.passwordCheck()}`,
  `GET ${apis.sessions()}`,
  "DELETE /api/v1/tokens/[id]",
  `GET ${apis.tokens()}`,
  `POST ${apis.tokens()}`,
];
const takesPerson = ({ name, handler }: FoundRoute) =>
  inPerson.includes(name) || handler.access === "people:write";
const reasonOf = async (response: Response) => (await response.json()).error.reason;

beforeAll(async () => {
  await sessionCookie("admin");
});

it("finds the routes, so that the checks below check something", () => {
  expect(routes.length).toBeGreaterThan(20);
});

it("leaves open only health, login and setup", () => {
  const open = routes.filter(({ handler }) => handler.access === "public").map(({ name }) => name);
  expect(open).toEqual([`GET ${apis.health()}`, `POST ${apis.sessions()}`, `POST ${apis.setup()}`]);
});

describe.each(guarded)("$name", ({ method, handler }) => {
  it("names a permission of the table", () => {
    expect(permissions).toContain(handler.access);
  });

  it("tells a stranger nothing", async () => {
    const answer = await handler(
      apiRequest("/api/v1/x", { method, body: method === "GET" ? undefined : {} }),
      context,
    );
    expect([answer.status, await reasonOf(answer)]).toEqual([401, "loginNeeded"]);
  });

  const refused = roles.filter((role) => handler.access !== "public" && !can(role, handler.access));
  it.each(refused)("is closed to the role %s", async (role) => {
    const body = method === "GET" ? undefined : {};
    const answer = await handler(await loggedInRequest(role, "/api/v1/x", { method, body }), context);
    expect([answer.status, await reasonOf(answer)]).toEqual([403, "permissionMissing"]);
  });
});

describe("a token", () => {
  const send = async ({ method, handler }: FoundRoute, scopes: readonly string[]) => {
    const { text } = await storedToken("admin", scopes.join(" "));
    const body = method === "GET" ? undefined : {};
    return handler(apiRequest("/api/v1/x", { method, body, headers: bearer(text) }), context);
  };

  it.each(guarded)("that was made for all else does not open $name", async (route) => {
    const answer = await send(
      route,
      tokenScopes.filter((scope) => scope !== route.handler.access),
    );
    const reason = takesPerson(route) ? "sessionNeeded" : "scopeMissing";
    expect([answer.status, await reasonOf(answer)]).toEqual([403, reason]);
  });

  it.each(guarded.filter(takesPerson))("of whatever scopes does not open $name", async (route) => {
    const answer = await send(route, permissions);
    expect([answer.status, await reasonOf(answer)]).toEqual([403, "sessionNeeded"]);
  });

  // As far as the inputs or the row that they name: nothing is there, and nothing is begun.
  it.each(guarded.filter((route) => !takesPerson(route)))("of all scopes opens $name", async (route) => {
    const answer = await send(route, tokenScopes);
    expect([200, 201, 204, 400, 404, 409]).toContain(answer.status);
  });
});

describe("who must choose a password first", () => {
  const setMust = (mustChangePassword: boolean) =>
    db().user.update({ where: { id: "user-admin" }, data: { mustChangePassword } });
  beforeAll(() => setMust(true));
  afterAll(() => setMust(false));

  it.each(guarded)("is answered so by $name", async ({ name, method, handler }) => {
    const body = method === "GET" ? undefined : {};
    const answer = await handler(await loggedInRequest("admin", "/api/v1/x", { method, body }), context);
    const reason = name === `PUT ${apis.ownPassword()}` ? "invalidInput" : "passwordChangeNeeded";
    expect(await reasonOf(answer)).toBe(reason);
  });
});

it.each(guarded.filter(({ method }) => method !== "GET"))(
  "closes $name to pages of other sites",
  async ({ method, handler }) => {
    const headers = { origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    const request = await loggedInRequest("admin", "/api/v1/x", { method, body: {}, headers });
    const answer = await handler(request, context);
    expect([answer.status, await reasonOf(answer)]).toEqual([403, "originWrong"]);
  },
);
