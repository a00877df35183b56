import { describe, expect, it } from "vitest";
import { steps } from "@/components/overview/steps";
import { can, permissions, roles, rolesWith } from "@/lib/domain/people/roles";

describe("whom to ask", () => {
  it("is every role that may, and an administrator always", () => {
    expect(rolesWith("pushes:write")).toEqual(["operator", "admin"]);
    expect(rolesWith("definitions:write")).toEqual(["editor", "admin"]);
    for (const permission of permissions) expect(rolesWith(permission)).toContain("admin");
  });
});

describe("the first steps", () => {
  it.each([
    ["viewer", []],
    ["editor", ["sshCredentials", "configurations"]],
    ["operator", ["sshCredentials", "nodes", "finishedPushes"]],
    ["auditor", []],
    ["admin", ["sshCredentials", "nodes", "configurations", "finishedPushes"]],
  ] as const)("a %s can do are those that the role has the right to", (role, allowed) => {
    expect(roles).toContain(role);
    expect(steps.filter(({ permission }) => can(role, permission)).map(({ key }) => key)).toEqual(allowed);
  });
});
