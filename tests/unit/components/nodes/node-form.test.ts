import { describe, expect, it } from "vitest";
import { importFormSchema } from "@/components/nodes/add/import-form";
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

describe("the form of pasted nodes", () => {
  const form = { text: "10.0.0.4", username: "", sshCredentialId: "c1", groupId: "" };

  it("turns empty choices into none", () => {
    expect(importFormSchema.parse(form)).toMatchObject({ username: null, groupId: null });
  });

  it("refuses lines that hold no machine", () => {
    const result = importFormSchema.safeParse({ ...form, text: "-x@y\n# nothing" });
    expect(result.error ? toFieldIssues(result.error, form) : []).toEqual([
      { path: ["text"], code: "no-node-lines" },
    ]);
  });
});

describe("the form of an SSH credential", () => {
  it("sends only what its way needs", () => {
    const form = { ...emptySshCredential, name: "ops", password: "typed before", privateKey: "too" };
    expect(sshCredentialFormSchema.parse(form)).toEqual({ kind: "generate", name: "ops", username: "root" });
  });
});
