import { describe, expect, it } from "vitest";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, host, mirror } from "@/tests/support/definitions";

temporaryDatabase();

const list = async (archived = false) => listConfigurations(actorWith("viewer"), { archived });
const names = async (archived = false) => (await list(archived)).map(({ name }) => name);

describe("configurations", () => {
  it("are listed in natural order with their registries, newest revision and groups", async () => {
    await created("edge-10");
    const definition = define({
      mirrors: [mirror("docker.io", "https://m.example.com")],
      registryHosts: [host("docker.io", null), host("harbor.corp:8443", null)],
    });
    const id = await created("edge-2", definition);
    await db().group.create({ data: { name: "lab", nameKey: "lab", configurationId: id } });
    expect(await list()).toMatchObject([
      {
        id,
        name: "edge-2",
        description: "",
        registries: ["docker.io", "harbor.corp:8443"],
        revision: { number: 1, authorName: "editor", message: "" },
        groups: [{ name: "lab" }],
        archivedAt: null,
      },
      { name: "edge-10", registries: [], groups: [] },
    ]);
    expect(await (await configurations.get(id)).json()).toMatchObject({
      definition,
      revision: { number: 1 },
    });
  });

  it("have names that differ in more than case or width", async () => {
    const answer = await configurations.create({ name: "Harbor" });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({ id: expect.any(String), name: "Harbor", number: 1 });
    for (const name of ["harbor", " HARBOR ", "ｈarbor"]) {
      const taken = await configurations.create({ name });
      expect(taken.status).toBe(409);
      expect((await taken.json()).error).toMatchObject({
        reason: "configurationNameTaken",
        issues: [{ path: ["name"], code: "taken" }],
      });
    }
    for (const [name, code] of [
      ["", "required"],
      ["x".repeat(101), "too-long"],
      ["a\u0007", "control-character"],
    ]) {
      const refused = await configurations.create({ name });
      expect(refused.status).toBe(400);
      expect((await refused.json()).error.issues).toMatchObject([{ path: ["name"], code }]);
    }
  });

  it("are renamed, archived when no group uses them, and restored", async () => {
    const id = await created("old name");
    expect(await (await configurations.update(id, { name: "New name", description: "why" })).json()).toEqual({
      id,
      name: "New name",
      description: "why",
      archivedAt: null,
    });
    const group = await db().group.create({ data: { name: "prod", nameKey: "prod", configurationId: id } });
    const refused = await configurations.update(id, { archived: true });
    expect(refused.status).toBe(409);
    expect((await refused.json()).error).toMatchObject({
      reason: "configurationInUse",
      params: { groups: "prod" },
    });
    await db().group.delete({ where: { id: group.id } });
    expect((await configurations.remove(id)).status).toBe(409);
    expect((await (await configurations.update(id, { archived: true })).json()).archivedAt).not.toBeNull();
    expect(await names(true)).toEqual(["New name"]);
    expect(await names()).not.toContain("New name");
    const saved = await configurations.save(id, { baseNumber: 1, definition: define({ note: "x" }) });
    expect((await saved.json()).error.reason).toBe("configurationArchived");
    await configurations.update(id, { archived: false });
    expect(await names()).toContain("New name");
  });

  it("are deleted from the archive unless they were pushed", async () => {
    const id = await created("to delete", define({ mirrors: [mirror("a")] }));
    await configurations.update(id, { archived: true });
    const revision = await db().revision.findFirstOrThrow({ where: { configurationId: id } });
    const data = {
      number: 1,
      groupName: "g",
      configurationId: id,
      revisionId: revision.id,
      status: "failed",
    };
    const push = await db().push.create({ data: { ...data, options: "{}", startedByName: "tom" } });
    expect((await (await configurations.remove(id)).json()).error.reason).toBe("configurationPushed");
    await db().push.delete({ where: { id: push.id } });
    expect((await configurations.remove(id)).status).toBe(204);
    expect(await db().mirror.count({ where: { revisionId: revision.id } })).toBe(0);
    expect((await configurations.get(id)).status).toBe(404);
    expect((await configurations.remove(id)).status).toBe(404);
  });

  it("are duplicated with their newest definition", async () => {
    const definition = define({ note: "kept", mirrors: [mirror("quay.io", "https://q.example.com")] });
    const id = await created("original", definition);
    const answer = await configurations.duplicate(id, "copy");
    expect(answer.status).toBe(201);
    const copy = await (await configurations.get((await answer.json()).id)).json();
    expect(copy).toMatchObject({ name: "copy", definition, revision: { number: 1 } });
    expect((await configurations.duplicate(id, "Copy")).status).toBe(409);
    expect((await configurations.duplicate("nobody", "x")).status).toBe(404);
  });

  it("are written by editors and administrators only", async () => {
    const id = await created("guarded");
    for (const role of ["viewer", "operator", "auditor"] as const) {
      const answers = [
        await configurations.create({ name: role }, role),
        await configurations.update(id, { name: role }, role),
        await configurations.remove(id, role),
        await configurations.duplicate(id, role, role),
        await configurations.save(id, { baseNumber: 1, definition: define({ note: "x" }) }, role),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403]);
      expect((await configurations.get(id, role)).status).toBe(200);
    }
  });

  it("leave a line in the audit log for each write", async () => {
    const id = await created("audited");
    await configurations.save(id, { baseNumber: 1, definition: define({ note: "n" }) });
    await configurations.update(id, { archived: true });
    await configurations.remove(id);
    const events = await db().auditEvent.findMany({ where: { targetId: id }, orderBy: { id: "asc" } });
    expect(events.map(({ action }) => action)).toEqual([
      "configuration.created",
      "revision.created",
      "configuration.archived",
      "configuration.deleted",
    ]);
  });
});
