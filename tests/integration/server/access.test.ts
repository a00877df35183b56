import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apis } from "@/lib/domain/paths";
import { can, permissions, roles } from "@/lib/domain/people/roles";
import { db } from "@/lib/server/db/client";
import { apiRequest, loggedInRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { findRoutes } from "@/tests/support/routes";

temporaryDatabase();

const routes = await findRoutes();
const guarded = routes.filter(({ handler }) => handler.access !== "public");
const context = { params: Promise.resolve({ id: "nothing", path: ["nothing"] }) };
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
