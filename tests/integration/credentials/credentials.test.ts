import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DELETE, PATCH } from "@/app/api/v1/credentials/[id]/route";
import { GET, POST } from "@/app/api/v1/credentials/route";
import type { CreateCredential, CredentialView } from "@/lib/domain/credentials/schema";
import type { Role } from "@/lib/domain/people/roles";
import { openFieldsWithSecrets } from "@/lib/server/credentials/sealed-fields";
import { db } from "@/lib/server/db/client";
import { loggedInRequest } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";

const { folder } = temporaryDatabase();

const path = "/api/v1/credentials";
const at = (id: string) => ({ params: Promise.resolve({ id }) });
const post = async (body: unknown, role: Role = "editor") =>
  POST(await loggedInRequest(role, path, { method: "POST", body }));
const patch = async (id: string, body: unknown, role: Role = "editor") =>
  PATCH(await loggedInRequest(role, `${path}/${id}`, { method: "PATCH", body }), at(id));
const remove = async (id: string, role: Role = "editor") =>
  DELETE(await loggedInRequest(role, `${path}/${id}`, { method: "DELETE" }), at(id));
const list = async (role: Role = "viewer"): Promise<CredentialView[]> =>
  (await GET(await loggedInRequest(role, path))).json();
const create = async (more: Partial<CreateCredential> = {}): Promise<CredentialView> =>
  (
    await post({
      name: "Harbor robot",
      fields: { username: "robot$puller", password: "s3cret-value" },
      ...more,
    })
  ).json();

const newestSecrets = async (credentialId: string) => {
  const version = await db().credentialVersion.findFirstOrThrow({
    where: { credentialId },
    orderBy: { number: "desc" },
  });
  return Object.fromEntries(openFieldsWithSecrets(version, ""));
};

describe("credentials", () => {
  it("are stored under a slug of their name and told without their values", async () => {
    const response = await post({ name: "Hub Login", fields: { username: "mei", password: "s3cret-value" } });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      id: expect.any(String),
      slug: "hub-login",
      name: "Hub Login",
      username: "mei",
      fields: ["username", "password"],
      version: 1,
      updatedAt: expect.any(String),
      createdByName: "editor",
      usedBy: [],
    });
    expect((await create({ name: "Hub login" })).slug).toBe("hub-login-2");
    expect((await create({ name: "密码" })).slug).toBe("credential");
  });

  it("refuse a taken slug, an empty name, no fields, and unknown keys, each at its place", async () => {
    await create({ slug: "taken-one" });
    const taken = await post({ name: "x", slug: "taken-one", fields: { password: "p" } });
    expect(taken.status).toBe(409);
    expect((await taken.json()).error).toMatchObject({ reason: "slugTaken", issues: [{ path: ["slug"] }] });
    const bad = await post({ name: " ", slug: "../x", fields: {}, password: "hunter2-canary" });
    expect(bad.status).toBe(400);
    const text = await bad.text();
    expect(text).not.toContain("hunter2-canary");
    expect(JSON.parse(text).error.issues.map((issue: { path: unknown[] }) => issue.path[0])).toEqual(
      expect.arrayContaining(["name", "slug", "fields", "password"]),
    );
    const nul = await post({ name: "x", fields: { password: "a\u0000b" } });
    expect((await nul.json()).error.issues).toMatchObject([
      { path: ["fields", "password"], code: "control-character" },
    ]);
  });

  it("get a new version, keeping the fields they are told to keep", async () => {
    const { id } = await create();
    const renamed = await patch(id, { name: "Robot 2" });
    expect(await renamed.json()).toMatchObject({ name: "Robot 2", version: 1 });
    const changed = await patch(id, { fields: { username: "robot$2" }, keep: ["password"] });
    expect(await changed.json()).toMatchObject({ username: "robot$2", version: 2 });
    expect(await newestSecrets(id)).toEqual({ username: "robot$2", password: "s3cret-value" });
    const rotated = await patch(id, { fields: { password: "newer" }, keep: ["username"] });
    expect(await rotated.json()).toMatchObject({ username: "robot$2", version: 3 });
    expect(await newestSecrets(id)).toEqual({ username: "robot$2", password: "newer" });
    const unknown = await patch(id, { fields: { password: "x" }, keep: ["auth"] });
    expect((await unknown.json()).error.issues).toMatchObject([{ path: ["keep", 0], code: "unknown-field" }]);
    expect((await patch(id, { fields: {} })).status).toBe(400);
    expect((await patch("nobody", { name: "x" })).status).toBe(404);
  });

  it("are deleted for good when nothing names them", async () => {
    const { id } = await create({ name: "gone" });
    expect((await remove(id)).status).toBe(204);
    expect(await db().credentialVersion.count({ where: { credentialId: id } })).toBe(0);
    expect((await remove(id)).status).toBe(404);
    expect((await list()).map((one) => one.id)).not.toContain(id);
  });

  it("are written by editors, operators and administrators only", async () => {
    const { id } = await create({ name: "guarded" });
    for (const role of ["viewer", "auditor"] as const) {
      expect((await post({ name: "x", fields: { password: "p" } }, role)).status).toBe(403);
      expect((await patch(id, { name: "x" }, role)).status).toBe(403);
      expect((await remove(id, role)).status).toBe(403);
    }
    expect((await post({ name: "x", fields: { password: "p" } }, "operator")).status).toBe(201);
    expect((await list("auditor")).length).toBeGreaterThan(0);
  });

  it("leave their values in no byte of the database, no answer and no audit entry", async () => {
    const canary = "canary-7f3a9c51d2";
    const response = await post({
      name: "canary",
      fields: { username: "u", password: canary, auth: canary },
    });
    const { id } = JSON.parse(await response.clone().text());
    const changed = await patch(id, { fields: { identity_token: canary }, keep: ["password"] });
    const seen = [await response.text(), await changed.text(), JSON.stringify(await list())];
    seen.push(JSON.stringify(await db().auditEvent.findMany()));
    for (const file of ["pullpath.db", "pullpath.db-wal"]) {
      seen.push(readFileSync(join(folder, file), { encoding: "latin1", flag: "a+" }));
    }
    for (const text of seen) {
      expect(text).not.toContain(canary);
      expect(text).not.toContain(Buffer.from(canary).toString("base64").slice(0, 12));
    }
    expect(await newestSecrets(id)).toEqual({ password: canary, identity_token: canary });
  });
});
