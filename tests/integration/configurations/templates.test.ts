import { describe, expect, it } from "vitest";
import type { RevisionComparison } from "@/lib/domain/configurations/views";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { listHistory } from "@/lib/server/configurations/revision-history";
import { listTemplateHolders } from "@/lib/server/configurations/template-queries";
import { updateConfiguration } from "@/lib/server/configurations/update-configuration";
import { db } from "@/lib/server/db/client";
import { actorWith } from "@/tests/support/actors";
import { configurations, created } from "@/tests/support/configurations";
import { temporaryDatabase } from "@/tests/support/database";
import { define, mirror } from "@/tests/support/definitions";

temporaryDatabase();

const editor = actorWith("editor");
const v3 = "config-v3.toml.tmpl";
const old = "config.toml.tmpl";
const one = { name: v3, text: '{{ template "base" . }}\n# one\n' };
const two = { name: v3, text: '{{ template "base" . }}\n# two\n' };
const older = { name: old, text: "# older\n" };
const definition = define({ mirrors: [mirror("docker.io", "https://a.example.com")] });

const put = async (id: string, baseNumber: number, templates: unknown) => {
  const answer = await configurations.putTemplates(id, { baseNumber, templates, message: "both" });
  return { status: answer.status, body: await answer.json() };
};
const templatesOf = async (id: string, query = "") =>
  (await (await configurations.templates(id, query)).json()).templates;
const compare = async (id: string, query = ""): Promise<RevisionComparison> =>
  (await configurations.compare(id, query)).json();
const revisionsOf = (configurationId: string) => db().revision.count({ where: { configurationId } });

describe("saving templates", () => {
  it("makes the next revision with the same definition, in one order", async () => {
    const id = await created("saved", definition);
    const saved = await put(id, 1, [older, one]);
    expect(saved).toEqual({ status: 200, body: { number: 2, changed: true, templates: [one, older] } });
    expect(await templatesOf(id)).toEqual([one, older]);
    expect(await templatesOf(id, "?revision=1")).toEqual([]);
    const view = await (await configurations.get(id)).json();
    expect([view.definition, view.revision.number, view.revision.message]).toEqual([definition, 2, "both"]);
  });

  it("makes no revision of what is there already, whatever its order and base", async () => {
    const id = await created("same");
    await put(id, 1, [one, older]);
    expect((await put(id, 1, [older, one])).body).toMatchObject({ number: 2, changed: false });
    expect(await revisionsOf(id)).toBe(2);
  });

  it("records names and sizes, and never the text", async () => {
    const id = await created("audited");
    await put(id, 1, [{ name: v3, text: "# canary ä\n" }]);
    const events = await db().auditEvent.findMany({ where: { targetId: id, action: "revision.created" } });
    expect(JSON.parse(events[0]?.detail ?? "{}")).toEqual({ number: 2, templates: [`${v3}: 12 bytes`] });
    expect(JSON.stringify(events)).not.toContain("canary");
  });

  it("refuses to go over what someone saved meanwhile", async () => {
    const id = await created("contested");
    await put(id, 1, [one]);
    const { status, body } = await put(id, 1, [two]);
    expect([status, body.error.reason, body.error.params]).toEqual([
      409,
      "revisionConflict",
      { number: 2, authorName: "editor" },
    ]);
    expect(await templatesOf(id)).toEqual([one]);
  });

  it("lets one of many at once win, beside those who save the definition", async () => {
    const id = await created("raced");
    const answers = await Promise.all([
      put(id, 1, [one]),
      put(id, 1, [two]),
      put(id, 1, [older]),
      configurations.save(id, { baseNumber: 1, definition }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
    expect(await revisionsOf(id)).toBe(2);
  });

  it("refuses secrets by place, archived configurations, and those that do not exist", async () => {
    const id = await created("refused");
    const secret = await put(id, 1, [one, { name: old, text: 'password = "canary"' }]);
    expect([secret.status, secret.body.error.issues]).toMatchObject([
      400,
      [{ path: ["templates", 1, "text"], code: "template-secret" }],
    ]);
    expect(JSON.stringify(secret.body)).not.toContain("canary");
    expect((await put("nobody", 1, [one])).status).toBe(404);
    expect((await configurations.templates("nobody")).status).toBe(404);
    expect((await configurations.templates(id, "?revision=9")).status).toBe(404);
    await updateConfiguration({ id, archived: true }, editor);
    expect((await put(id, 1, [one])).body.error.reason).toBe("configurationArchived");
    expect(await revisionsOf(id)).toBe(1);
  });

  it("is for those who may write definitions, and all may read", async () => {
    const id = await created("guarded");
    for (const role of ["viewer", "operator", "auditor"] as const) {
      const answer = await configurations.putTemplates(id, { baseNumber: 1, templates: [one] }, role);
      expect(answer.status).toBe(403);
      expect((await configurations.templates(id, "", role)).status).toBe(200);
    }
    const answer = await configurations.putTemplates(id, { baseNumber: 1, templates: [one] }, "admin");
    expect(answer.status).toBe(200);
  });
});

describe("a revision with templates", () => {
  it("hands them on when the definition is saved, and to a copy", async () => {
    const id = await created("kept");
    await put(id, 1, [one]);
    await configurations.save(id, { baseNumber: 2, definition });
    expect(await templatesOf(id)).toEqual([one]);
    const copy = await (await configurations.duplicate(id, "kept copy")).json();
    expect(await templatesOf(copy.id)).toEqual([one]);
  });

  it("is told and compared with them", async () => {
    const id = await created("compared", definition);
    await put(id, 1, [one, older]);
    await put(id, 2, [two]);
    const found = await compare(id, "?from=2&to=3");
    expect(found.rows).toEqual([]);
    expect(found.changes).toEqual([
      { subject: { kind: "template", name: v3 }, code: "template-changed", params: {} },
      { subject: { kind: "template", name: old }, code: "template-removed", params: {} },
    ]);
    const told = found.templates.map(({ name, rows }) => [
      name,
      rows.flatMap((row) => ("text" in row ? [`${row.kind} ${row.text}`] : [])),
    ]);
    expect(told).toEqual([
      [v3, ['same {{ template "base" . }}', "removed # one", "added # two"]],
      [old, ["removed # older"]],
    ]);
    expect((await listHistory({ id }, editor)).lines.map(({ changes }) => changes)).toEqual([2, 2, null]);
    expect((await compare(id, "?from=3&to=3")).templates).toEqual([]);
  });

  it("brings them back, and takes them away with a revision that had none", async () => {
    const id = await created("restored");
    await put(id, 1, [one]);
    await put(id, 2, [two]);
    const restore = async (number: number, baseNumber: number) =>
      (await configurations.restore(id, { number, baseNumber })).json();
    expect(await restore(2, 3)).toEqual({ number: 4, changed: true });
    expect(await templatesOf(id)).toEqual([one]);
    expect(await restore(2, 4)).toEqual({ number: 4, changed: false });
    expect(await restore(1, 4)).toEqual({ number: 5, changed: true });
    expect(await templatesOf(id)).toEqual([]);
  });

  it("is marked in the list by its newest", async () => {
    const id = await created("listed");
    await put(id, 1, [one]);
    const line = async () =>
      (await listConfigurations(editor, { archived: false })).find((each) => each.id === id)?.templates;
    expect(await line()).toEqual([v3]);
    await put(id, 2, []);
    expect(await line()).toEqual([]);
  });
});

it("knows the nodes that get templates, by the release that starts next", async () => {
  const id = await created("held");
  const group = await db().group.create({
    data: { name: "held", nameKey: "held", configurationId: id },
    select: { id: true },
  });
  const facts = { checkedAt: new Date(), version: "v1.33.1+k3s1", dataDir: "/data" };
  const told = { userTemplates: [`/data/agent/etc/containerd/${v3}`, "/data/agent/etc/containerd/x.toml"] };
  const node = (name: string, more: object) =>
    db().node.create({
      data: { name, nameKey: name, host: name, username: "root", groupId: group.id, ...more },
    });
  await node("edge-10", {});
  await node("edge-2", {
    facts: { create: { ...facts, installedVersion: "v1.34.1+k3s1", facts: JSON.stringify(told) } },
  });
  await node("edge-3", { facts: { create: facts } });
  expect(await listTemplateHolders(actorWith("viewer"), id)).toMatchObject([
    { name: "edge-2", version: "v1.34.1+k3s1", dataDir: "/data", templates: [v3] },
    { name: "edge-3", version: "v1.33.1+k3s1", dataDir: "/data", templates: [] },
    { name: "edge-10", version: null, dataDir: null, templates: [] },
  ]);
  expect(await listTemplateHolders(actorWith("viewer"), "nobody")).toEqual([]);
});
