import { describe, expect, it } from "vitest";
import type { Definition } from "@/lib/domain/registries/schema";
import { updateConfiguration } from "@/lib/server/configurations/update-configuration";
import { createCredential } from "@/lib/server/credentials/create-credential";
import { deleteCredential } from "@/lib/server/credentials/delete-credential";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror, secret } from "@/tests/support/definitions";

temporaryDatabase();

const editor = actorWith("editor");
const save = async (id: string, baseNumber: number, definition: Definition) =>
  expect((await configurations.save(id, { baseNumber, definition })).status).toBe(200);
const restore = async (id: string, body: unknown) => {
  const answer = await configurations.restore(id, body);
  return { status: answer.status, body: await answer.json() };
};
const revisionsOf = (configurationId: string) =>
  db().revision.findMany({ where: { configurationId }, orderBy: { number: "asc" } });

const first = define({ mirrors: [mirror("docker.io", "https://a.example.com")], note: "first" });
const second = define({ mirrors: [mirror("quay.io")], note: "second" });
const configured = async (name: string) => {
  const id = await created(name, first);
  await save(id, 1, second);
  return id;
};

describe("restoring a revision", () => {
  it("saves the old definition as the next revision and keeps all others", async () => {
    const id = await configured("restored");
    expect(await restore(id, { number: 1, baseNumber: 2 })).toEqual({
      status: 200,
      body: { number: 3, changed: true },
    });
    const { definition, revision } = await (await configurations.get(id)).json();
    expect(definition).toEqual(first);
    expect(revision).toMatchObject({ number: 3, message: "", restoredFrom: 1, authorName: "editor" });
    expect((await revisionsOf(id)).map(({ number, restoredFrom }) => [number, restoredFrom])).toEqual([
      [1, null],
      [2, null],
      [3, 1],
    ]);
    const audit = await db().auditEvent.findFirst({ where: { action: "revision.restored" } });
    expect([audit?.targetId, JSON.parse(audit?.detail ?? "{}")]).toEqual([
      id,
      { number: 3, restoredFrom: 1 },
    ]);
  });

  it("makes no revision of what is there already", async () => {
    const id = await configured("same");
    expect((await restore(id, { number: 2, baseNumber: 2 })).body).toEqual({ number: 2, changed: false });
    expect(await revisionsOf(id)).toHaveLength(2);
  });

  it("refuses to go over what someone saved meanwhile", async () => {
    const id = await configured("contested");
    const { status, body } = await restore(id, { number: 1, baseNumber: 1 });
    expect([status, body.error.reason, body.error.params]).toEqual([
      409,
      "revisionConflict",
      { number: 2, authorName: "editor" },
    ]);
    expect(await revisionsOf(id)).toHaveLength(2);
  });

  it("lets one of many at once win", async () => {
    const id = await configured("raced");
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => restore(id, { number: 1, baseNumber: 2 })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(await revisionsOf(id)).toHaveLength(3);
  });

  it("names the credentials that are gone, and changes nothing", async () => {
    const credential = { name: "gone", slug: "gone", fields: { password: "p" } };
    const { id: credentialId } = await createCredential(credential, editor);
    const id = await created(
      "unrestorable",
      define({ registryHosts: [host("h", { password: secret("gone") })] }),
    );
    await save(id, 1, second);
    await deleteCredential(credentialId, actorWith("editor", { passwordCheckedAt: new Date() }));
    const { status, body } = await restore(id, { number: 1, baseNumber: 2 });
    expect([status, body.error.reason, body.error.params]).toEqual([
      409,
      "revisionNotRestorable",
      { number: 1, names: "gone" },
    ]);
    expect(await revisionsOf(id)).toHaveLength(2);
  });

  it("refuses numbers that do not exist, archived configurations and shapes it does not know", async () => {
    const id = await configured("refused");
    expect((await restore(id, { number: 9, baseNumber: 2 })).status).toBe(404);
    expect((await restore("nobody", { number: 1, baseNumber: 1 })).status).toBe(404);
    for (const body of [{}, { number: 0, baseNumber: 2 }, { number: 1, baseNumber: 2, message: "x" }])
      expect((await restore(id, body)).status).toBe(400);
    await updateConfiguration({ id, archived: true }, editor);
    expect((await restore(id, { number: 1, baseNumber: 2 })).body.error.reason).toBe("configurationArchived");
  });

  it("is for those who may write definitions", async () => {
    const id = await configured("guarded");
    for (const role of ["viewer", "operator", "auditor"] as const)
      expect((await configurations.restore(id, { number: 1, baseNumber: 2 }, role)).status).toBe(403);
    expect((await configurations.restore(id, { number: 1, baseNumber: 2 }, "admin")).status).toBe(200);
  });
});
