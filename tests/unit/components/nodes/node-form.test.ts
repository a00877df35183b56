import { describe, expect, it } from "vitest";
import { findKnown, importFormSchema, toNodes } from "@/components/nodes/add/import-form";
import { changedNodeSchema, emptyNode, newNodeSchema } from "@/components/nodes/add/node-form";
import { emptySshCredential, sshCredentialFormSchema } from "@/components/nodes/ssh/ssh-credential-form";
import { toFieldIssues } from "@/lib/domain/issues";

const logins = [{ id: "c1", name: "ops", username: "ops" }];
const filled = { ...emptyNode, host: "10.0.0.4", sshCredentialId: "c1" };

describe("the form of a new node", () => {
  it("takes the user of the SSH credential and leaves the name to the server", () => {
    const result = newNodeSchema(logins).parse(filled);
    expect(result).toMatchObject({ host: "10.0.0.4", port: 22, username: "ops", groupId: null });
    expect(result).not.toHaveProperty("name");
    expect(result.sudoPassword).toBeNull();
  });

  it("says once that the SSH credential is missing", () => {
    const result = newNodeSchema(logins).safeParse({ ...filled, sshCredentialId: "" });
    const issues = result.error ? toFieldIssues(result.error, filled) : [];
    expect(issues.map(({ path }) => path.join("."))).toEqual(["sshCredentialId"]);
  });

  it("refuses a port that is no number", () => {
    expect(newNodeSchema(logins).safeParse({ ...filled, port: "ssh" }).success).toBe(false);
  });
});

describe("the form of a changed node", () => {
  const schema = changedNodeSchema(logins);
  const changed = { ...filled, name: "edge-1" };

  it("leaves the sudo password alone, replaces it or forgets it", () => {
    expect(schema.parse(changed)).not.toHaveProperty("sudoPassword");
    expect(schema.parse({ ...changed, sudoPassword: "new" }).sudoPassword).toBe("new");
    expect(schema.parse({ ...changed, forgetSudo: true }).sudoPassword).toBeNull();
  });
});

describe("the form of an inventory", () => {
  const form = { username: "", port: 22, sshCredentialId: "c1", groupId: "", jumpId: "" };
  const row = {
    line: 1,
    name: "a",
    host: "A.corp",
    port: null,
    username: null,
    groups: ["x"],
    role: null,
    hint: null,
  };

  it("turns empty choices into none and refuses a port that is no number", () => {
    expect(importFormSchema.parse(form)).toEqual({
      port: 22,
      username: null,
      sshCredentialId: "c1",
      groupId: null,
      jumpId: null,
    });
    expect(importFormSchema.safeParse({ ...form, port: "ssh" }).success).toBe(false);
  });

  it("gives the port to machines without one and the chosen group to its members", () => {
    const rows = [row, { ...row, name: "b", port: 2222, groups: [] }];
    expect(toNodes(rows, { port: 2200, groups: new Set(["x"]) })).toEqual([
      { name: "a", host: "A.corp", port: 2200, username: null, group: "x" },
      { name: "b", host: "A.corp", port: 2222, username: null, group: null },
    ]);
  });

  it("knows machines that are registered, by name or by address", () => {
    const known = [{ id: "1", name: "old", host: "a.corp", port: 22, jumpId: null }];
    const direct = { port: 22, jumpId: null };
    expect(findKnown([row], known, direct).size).toBe(1);
    expect(findKnown([row], known, { ...direct, jumpId: "2" }).size).toBe(0);
    expect(findKnown([row], known, { ...direct, port: 2222 }).size).toBe(0);
    expect(findKnown([{ ...row, name: "OLD", host: "b" }], known, direct).size).toBe(1);
  });
});

describe("the form of an SSH credential", () => {
  it("sends only what its way needs", () => {
    const form = { ...emptySshCredential, name: "ops", password: "typed before", privateKey: "too" };
    expect(sshCredentialFormSchema.parse(form)).toEqual({ kind: "generate", name: "ops", username: "root" });
  });
});
