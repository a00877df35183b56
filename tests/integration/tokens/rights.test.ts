import { beforeEach, describe, expect, it } from "vitest";
import { GET as exportAudit } from "@/app/api/v1/audit/export/route";
import { GET as verify } from "@/app/api/v1/audit/verification/route";
import { POST as exportConfiguration } from "@/app/api/v1/configurations/[id]/export/route";
import { POST as newConfiguration } from "@/app/api/v1/configurations/route";
import { DELETE as lift, PUT as lock } from "@/app/api/v1/groups/[id]/lock/route";
import { DELETE as deleteGroup } from "@/app/api/v1/groups/[id]/route";
import { POST as newGroup } from "@/app/api/v1/groups/route";
import { PATCH as changeNode } from "@/app/api/v1/nodes/[id]/route";
import { POST as newNode } from "@/app/api/v1/nodes/route";
import { PUT as setDisabled } from "@/app/api/v1/people/[id]/disabled/route";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { tokenScopes } from "@/lib/domain/tokens/scopes";
import { readDetail } from "@/lib/server/audit-trail/queries";
import { db } from "@/lib/server/db/client";
import { createSshCredential } from "@/lib/server/ssh-credentials/write-ssh-credential";
import { apiRequest, loggedInRequest, sessionCookie } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { people, reasonOf, recorded, startAnew, trusted } from "@/tests/support/people";
import { admin } from "@/tests/support/pushes";
import { bearer, made, storedToken } from "@/tests/support/tokens";

temporaryDatabase();

const at = (id: string) => ({ params: Promise.resolve({ id }) });
let count = 0;
const create = async (text: string) => {
  count += 1;
  const body = { name: `edge ${count}`, definition: emptyDefinition };
  return newConfiguration(apiRequest("/x", { method: "POST", body, headers: bearer(text) }));
};

beforeEach(startAnew);

describe("the rights of a token", () => {
  it("are those that its owner's role has now", async () => {
    await sessionCookie("admin");
    const { token } = await made("editor", ["read", "definitions:write"]);
    expect((await create(token)).status).toBe(201);
    expect((await people.role(await trusted(), "user-editor", "operator")).status).toBe(204);
    expect(await reasonOf(await create(token))).toEqual([403, "permissionMissing"]);
    expect((await people.role(await trusted(), "user-editor", "editor")).status).toBe(204);
    expect((await create(token)).status).toBe(201);
  });

  it("are no more than its scopes, however much its owner may do", async () => {
    const { text } = await storedToken("admin", "read pushes:write people:write *");
    const answer = await create(text);
    const { error } = await answer.json();
    expect([answer.status, error.reason, error.params]).toEqual([
      403,
      "scopeMissing",
      { scope: "definitions:write" },
    ]);
    expect(error.message).toContain("definitions:write");
  });

  it("never reach people, whatever stands in the database", async () => {
    const { text } = await storedToken("admin", `${tokenScopes.join(" ")} people:write`);
    const request = apiRequest("/x", { method: "PUT", body: { disabled: true }, headers: bearer(text) });
    const answer = await setDisabled(request, at("user-editor"));
    expect(await reasonOf(answer)).toEqual([403, "sessionNeeded"]);
  });
});

describe("what a token does", () => {
  it("is on the record under the names of both, in a chain that stays whole", async () => {
    const { id, token } = await made("editor", ["read", "definitions:write"], "nightly");
    const { id: configurationId } = await (await create(token)).json();
    const [line] = await recorded("configuration.created");
    expect(line).toMatchObject({
      actorId: "user-editor",
      actorName: "editor (token nightly)",
      targetId: configurationId,
    });
    expect(readDetail(line?.detail ?? null)).toMatchObject({ via: id });
    const revision = await db().revision.findFirstOrThrow({ where: { configurationId } });
    expect(revision.authorName).toBe("editor (token nightly)");
    const answer = await verify(await loggedInRequest("auditor", "/x"));
    expect(await answer.json()).toMatchObject({ ok: true });
  });

  it("is recorded without other facts as well", async () => {
    const { id, text } = await storedToken("auditor", "read audit:read");
    const answer = await exportAudit(apiRequest("/api/v1/x?format=jsonl", { headers: bearer(text) }));
    expect(answer.status).toBe(200);
    const [line] = await recorded("audit.exported");
    expect(readDetail(line?.detail ?? null)).toEqual({ format: "jsonl", via: id });
  });
});

describe("an export with secrets", () => {
  const send = async (text: string, id: string) =>
    exportConfiguration(apiRequest("/x", { method: "POST", body: {}, headers: bearer(text) }), at(id));

  it("goes by a token that was made for it, and is audited", async () => {
    const writer = await storedToken("admin", "read definitions:write");
    const { id } = await (await create(writer.text)).json();
    expect(await reasonOf(await send(writer.text, id))).toEqual([403, "scopeMissing"]);
    const reader = await storedToken("admin", "read secrets:read", { name: "reader" });
    expect((await send(reader.text, id)).status).toBe(200);
    const [line] = await recorded("configuration.exported");
    expect(line).toMatchObject({ actorName: "admin (token reader)", targetId: id });
  });
});

describe("a stored password", () => {
  it("is told to no machine that a token without the right to passwords names", async () => {
    const { id: sshCredentialId } = await createSshCredential(
      { kind: "password", name: "root", username: "root", password: "hunter2-of-root" },
      admin,
    );
    const node = { name: "evil", host: "evil.corp", port: 22, username: "root", sshCredentialId, note: "" };
    const body = { ...node, groupId: null, sudoPassword: null };
    const create = async (scopes: string) => {
      const { text } = await storedToken("operator", scopes);
      return newNode(apiRequest("/x", { method: "POST", body, headers: bearer(text) }));
    };
    expect(await reasonOf(await create("read nodes:write"))).toEqual([403, "scopeMissing"]);
    const made = await create("read nodes:write credentials:write");
    expect(made.status).toBe(201);
    const { id } = await made.json();
    const { text } = await storedToken("operator", "read nodes:write");
    const moved = { method: "PATCH", body: { host: "other.corp" }, headers: bearer(text) };
    expect(await reasonOf(await changeNode(apiRequest("/x", moved), at(id)))).toEqual([403, "scopeMissing"]);
    const renamed = { method: "PATCH", body: { name: "edge" }, headers: bearer(text) };
    expect((await changeNode(apiRequest("/x", renamed), at(id))).status).toBeLessThan(300);
  });
});

describe("the lock of a group", () => {
  const locked = async (text: string) => {
    count += 1;
    const request = apiRequest("/x", { method: "POST", body: { name: `g${count}` }, headers: bearer(text) });
    const { id } = await (await newGroup(request)).json();
    const until = new Date(Date.now() + 60_000).toISOString();
    const body = { until, reason: "maintenance" };
    const answer = await lock(await loggedInRequest("operator", "/x", { method: "PUT", body }), at(id));
    expect(answer.status).toBe(204);
    return id;
  };

  it("binds the token of who set it, which cannot lift it either", async () => {
    const { text } = await storedToken("operator", "read nodes:write pushes:write");
    const id = await locked(text);
    const send = (method: string) => apiRequest("/x", { method, headers: bearer(text) });
    expect(await reasonOf(await lift(send("DELETE"), at(id)))).toEqual([409, "groupLocked"]);
    expect(await reasonOf(await deleteGroup(send("DELETE"), at(id)))).toEqual([409, "groupLocked"]);
    expect((await lift(await loggedInRequest("operator", "/x", { method: "DELETE" }), at(id))).status).toBe(
      204,
    );
  });

  it("is lifted by an administrator in person, not by a token of theirs", async () => {
    const { text } = await storedToken("admin", "read nodes:write pushes:write");
    const id = await locked(text);
    const byToken = apiRequest("/x", { method: "DELETE", headers: bearer(text) });
    expect(await reasonOf(await lift(byToken, at(id)))).toEqual([409, "groupLocked"]);
    expect((await lift(await loggedInRequest("admin", "/x", { method: "DELETE" }), at(id))).status).toBe(204);
  });
});
