import { afterAll, beforeAll, expect, it } from "vitest";
import { nodeFactsSchema } from "@/lib/domain/nodes/facts";
import { db } from "@/lib/server/db/client";
import { getNode } from "@/lib/server/nodes/queries";
import { readNodeTemplates } from "@/lib/server/nodes/read-node-templates";
import { testNode } from "@/lib/server/nodes/test-node";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, machinesOf, mirrorTo, type Pushable } from "@/tests/support/pushes";

temporaryDatabase();
const etc = "/var/lib/rancher/k3s/agent/etc/containerd";
const hiding = `version = 3
[plugins.'io.containerd.cri.v1.images'.registry.configs.'h'.auth]
  username = "robot"
  password = "hunter2"
`;

let fleet: TestFleet;
let group: Pushable;
beforeAll(async () => {
  fleet = await startNodes([
    { name: "hides", role: "agent" },
    { name: "old", role: "agent", version: "v1.31.5+k3s1" },
    { name: "plain", role: "agent" },
    { name: "odd", role: "agent" },
  ]);
  await fleet.get("hides").write(`${etc}/config-v3.toml.tmpl`, hiding);
  await fleet.get("hides").write(`${etc}/config.toml.tmpl`, '{{ template "base" . }}\n');
  await fleet.get("old").write(`${etc}/config.toml.tmpl`, '{{ template "base" . }}\n');
  await fleet.get("odd").write(`${etc}/config.toml.tmpl`, `# ${"x".repeat(65_536)}\n`);
  await fleet.get("odd").write(`${etc}/config-v3.toml.tmpl`, "version = 3\n\u0001\n");
  group = await groupOf(
    machinesOf(fleet, ["hides", "old", "plain", "odd"]),
    mirrorTo("https://m.example.com"),
  );
});
afterAll(() => fleet.stop());

const idOf = (at: number) => group.nodeIds[at] ?? "";
const short = (list: { name: string; verdict: string; reason: string | null }[]) =>
  list.map(({ name, verdict, reason }) => `${name} ${verdict} ${reason}`).sort();

it("shows the templates of a node without their secrets, and says what each does", async () => {
  const read = await readNodeTemplates(idOf(0), actorWith("operator"));
  if (!read.ok) throw new Error(read.fault.code);
  expect(short(read.templates)).toEqual([
    "config-v3.toml.tmpl hides no-path",
    "config.toml.tmpl unread displaced",
  ]);
  const shown = read.templates.find(({ name }) => name === "config-v3.toml.tmpl");
  expect(shown).toMatchObject({ path: `${etc}/config-v3.toml.tmpl`, masked: true });
  expect(shown?.text).toBe(hiding.replace("hunter2", "••••••"));
});

it("shows none where there is none, and no text that is odd or large", async () => {
  expect(await readNodeTemplates(idOf(2), admin)).toEqual({ ok: true, templates: [] });
  const read = await readNodeTemplates(idOf(3), admin);
  if (!read.ok) throw new Error(read.fault.code);
  expect(read.templates.map(({ text }) => text)).toEqual([null, null]);
  expect(short(read.templates)).toEqual([
    "config-v3.toml.tmpl unknown not-text",
    "config.toml.tmpl unread displaced",
  ]);
});

it("is for those who may use nodes, and is audited", async () => {
  for (const role of ["viewer", "editor", "auditor"] as const)
    await expect(readNodeTemplates(idOf(0), actorWith(role))).rejects.toMatchObject({ code: "forbidden" });
  await readNodeTemplates(idOf(0), admin);
  const events = await db().auditEvent.findMany({
    where: { action: "node.templates-read", targetId: idOf(0) },
  });
  expect(events.at(-1)).toMatchObject({ result: "ok", targetName: "hides" });
  expect(JSON.stringify(events)).toContain("config-v3.toml.tmpl");
  expect(JSON.stringify(events)).not.toContain("hunter2");
});

it("tells of a node that cannot be reached, and audits that too", async () => {
  const { port } = await getNode(admin, idOf(2));
  await db().node.update({ where: { id: idOf(2) }, data: { port: 1 } });
  const read = await readNodeTemplates(idOf(2), admin);
  expect(read).toMatchObject({ ok: false, fault: { code: "connection-refused" } });
  await db().node.update({ where: { id: idOf(2) }, data: { port } });
  const events = await db().auditEvent.findMany({
    where: { action: "node.templates-read", targetId: idOf(2) },
  });
  expect(events.map(({ result }) => result)).toContain("failed");
});

it("keeps the verdicts of a look and never the text", async () => {
  const { check } = await testNode(idOf(1), admin);
  expect(nodeFactsSchema.parse(check?.facts).templates).toEqual([
    {
      path: `${etc}/config.toml.tmpl`,
      name: "config.toml.tmpl",
      verdict: "extends",
      reason: null,
      logins: true,
      line: null,
    },
  ]);
  await testNode(idOf(0), admin);
  expect(JSON.stringify(await db().nodeFacts.findMany())).not.toContain("hunter2");
});

it("calls out in a review that a push would have no effect", async () => {
  const { nodes } = await reviewPush(group.groupId, admin);
  const codes = Object.fromEntries(
    nodes.map(({ name, warnings }) => [name, warnings.map(({ code }) => code)]),
  );
  expect(codes).toMatchObject({ hides: ["template-hides"], old: [], plain: [], odd: ["user-template"] });
});
