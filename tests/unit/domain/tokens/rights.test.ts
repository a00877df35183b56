import { describe, expect, it } from "vitest";
import { toFieldIssues } from "@/lib/domain/issues";
import { can, holds, permissions, roles } from "@/lib/domain/people/roles";
import { newTokenSchema } from "@/lib/domain/tokens/schema";
import { isTokenScope, scopesOf, tokenScopes } from "@/lib/domain/tokens/scopes";

describe.each(roles)("a token of somebody with the role %s", (role) => {
  it("may do what both its scopes and the role say", () => {
    for (const scope of tokenScopes)
      for (const permission of permissions)
        expect([scope, permission, holds({ role, token: { scopes: [scope] } }, permission)]).toEqual([
          scope,
          permission,
          scope === permission && can(role, permission),
        ]);
    expect(permissions.filter((permission) => holds({ role, token: { scopes: [] } }, permission))).toEqual(
      [],
    );
  });

  it("can be made for what the role says, and never for people", () => {
    expect(scopesOf(role)).toEqual(
      permissions.filter((permission) => can(role, permission) && permission !== "people:write"),
    );
  });
});

it("knows no scope but permissions", () => {
  expect(["people:write", "admin", "", "READ"].filter(isTokenScope)).toEqual([]);
});

const wanted = { name: "ci", scopes: ["read"], days: 90 };

it.each([
  [{}, []],
  [{ name: " 夜间构建 " }, []],
  [{ days: 1 }, []],
  [{ days: 365 }, []],
  [{ name: "  " }, ["name required"]],
  [{ name: "x".repeat(41) }, ["name too-long"]],
  [{ name: "ci) (root" }, ["name token-name"]],
  [{ name: "ci\u202e" }, ["name token-name"]],
  [{ name: "ci\ud800" }, ["name token-name"]],
  [{ days: 0 }, ["days too-small"]],
  [{ days: 366 }, ["days too-large"]],
  [{ days: 1.5 }, ["days invalid-type"]],
  [{ days: "" }, ["days invalid-type"]],
  [{ days: undefined }, ["days required"]],
  [{ scopes: [] }, ["scopes scope-missing"]],
  [{ scopes: ["people:write"] }, ["scopes.0 invalid-value"]],
  [{ scopes: ["read", "root"] }, ["scopes.1 invalid-value"]],
])("reads a wish with %j as wrong at %j", (change, issues) => {
  const input = { ...wanted, ...change };
  const result = newTokenSchema.safeParse(input);
  const found = result.success ? [] : toFieldIssues(result.error, input);
  expect(found.map(({ path, code }) => `${path.join(".")} ${code}`)).toEqual(issues);
});
