import { beforeAll, expect, it } from "vitest";
import { readInventory } from "@/lib/domain/inventory/read";
import { createNodeSchema, importNodesSchema } from "@/lib/domain/nodes/schema";
import { db } from "@/lib/server/db/client";
import { getGroup, listGroups } from "@/lib/server/groups/queries";
import { createGroup, updateGroup } from "@/lib/server/groups/write-group";
import { createNode } from "@/lib/server/nodes/create-node";
import { importNodes } from "@/lib/server/nodes/import-nodes";
import { listNodes } from "@/lib/server/nodes/queries";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin } from "@/tests/support/fixtures";

temporaryDatabase();
const operator = actorWith("operator");
let sshCredentialId = "";

beforeAll(async () => {
  sshCredentialId = (await passwordLogin("root", "secret-of-root", operator)).id;
});

const input = (nodes: object[], part: object = {}) =>
  importNodesSchema.parse({ nodes, sshCredentialId, ...part });
const nodeNamed = async (name: string) => (await listNodes(operator)).find((node) => node.name === name);
const group = (name: string) => ({ name, note: "", configurationId: null, nodeIds: [] });

it("adds machines with their groups, making those that are missing and joining those that are there", async () => {
  const there = await createGroup(group("Prod"), operator);
  const rest = await createGroup(group("rest"), operator);
  const nodes = [
    { name: "srv-1", host: "10.0.1.11", port: 22, username: "ops", group: "prod" },
    { name: "edge-2", host: "Edge-2.corp", port: 2222, group: "edge" },
    { name: "edge-10", host: "10.0.4.10", port: 22, group: "EDGE" },
    { name: "alone", host: "10.0.9.1", port: 22 },
  ];
  const report = await importNodes(input(nodes, { groupId: rest.id, from: "ansible-ini" }), operator);
  expect(report.created.map(({ name }) => name)).toEqual(["srv-1", "edge-2", "edge-10", "alone"]);
  expect(report.groups).toMatchObject([{ name: "EDGE" }]);
  expect(await nodeNamed("srv-1")).toMatchObject({ username: "ops", group: there, hostKey: null });
  expect(await nodeNamed("edge-2")).toMatchObject({ host: "edge-2.corp", port: 2222, username: "root" });
  expect((await nodeNamed("edge-10"))?.group).toEqual((await nodeNamed("edge-2"))?.group);
  expect((await nodeNamed("alone"))?.group).toEqual(rest);
  const names = (await listNodes(operator)).map(({ name }) => name);
  expect(names.indexOf("edge-2")).toBeLessThan(names.indexOf("edge-10"));
});

it("keeps login names of a bastion, which hold @ themselves, as they were written", async () => {
  const { rows } = readInventory("mei@root@10.0.4.21@jump.corp:2222 behind\nmei@ops@gate.corp", "lines");
  const nodes = rows.map(({ name, host, port, username }) => ({ name, host, port: port ?? 22, username }));
  await importNodes(input(nodes), operator);
  expect(await nodeNamed("behind")).toMatchObject({
    username: "mei@root@10.0.4.21",
    host: "jump.corp",
    port: 2222,
  });
  expect(await nodeNamed("gate.corp")).toMatchObject({ username: "mei@ops", port: 22 });
  const made = { host: "hand.corp", port: 22, username: "mei@root@asset", sshCredentialId };
  const { id } = await createNode(createNodeSchema.parse(made), operator);
  expect((await listNodes(operator)).find((node) => node.id === id)).toMatchObject({
    username: "mei@root@asset",
  });
});

it("records the import, each node and each new group", async () => {
  const events = await db().auditEvent.findMany({ where: { actorName: operator.name } });
  const actions = events.map(({ action, targetName }) => `${action} ${targetName ?? ""}`.trim());
  for (const expected of ["node.created srv-1", "node.created alone", "group.created EDGE", "nodes.imported"])
    expect(actions).toContain(expected);
  const imported = events.find(({ action }) => action === "nodes.imported");
  expect(JSON.parse(imported?.detail ?? "")).toEqual({
    from: "ansible-ini",
    created: 4,
    existing: 0,
    groups: 1,
  });
});

it("leaves known names and addresses as they are, and makes no group for them", async () => {
  const nodes = [
    { name: "SRV-1", host: "10.7.7.7", port: 22, group: "never" },
    { name: "other", host: "EDGE-2.corp", port: 2222, group: "never" },
    { name: "twin", host: "10.8.0.1", port: 22 },
    { name: "twin-2", host: "10.8.0.1", port: 22 },
  ];
  const report = await importNodes(input(nodes), operator);
  expect(report.created.map(({ name }) => name)).toEqual(["twin"]);
  expect(report.existing).toEqual(["SRV-1", "other", "twin-2"]);
  expect((await listGroups(operator)).map(({ name }) => name)).not.toContain("never");
});

it("changes nothing when the credential or the group is unknown", async () => {
  const nodes = [{ name: "ghost", host: "10.6.6.6", port: 22, group: "ghosts" }];
  await expect(importNodes(input(nodes, { groupId: "none" }), operator)).rejects.toMatchObject({
    reason: "groupNotFound",
  });
  const stranger = input(nodes, { sshCredentialId: "none" });
  await expect(importNodes(stranger, operator)).rejects.toMatchObject({ reason: "sshCredentialNotFound" });
  expect(await nodeNamed("ghost")).toBeUndefined();
  expect((await listGroups(operator)).map(({ name }) => name)).not.toContain("ghosts");
});

it.each(["viewer", "editor", "auditor"] as const)("refuses a %s", async (role) => {
  const nodes = [{ name: role, host: `${role}.corp`, port: 22 }];
  await expect(importNodes(input(nodes), actorWith(role))).rejects.toMatchObject({ code: "forbidden" });
  expect(await nodeNamed(role)).toBeUndefined();
});

it.each([
  [{ name: "a", host: "-oProxyCommand=x", port: 22 }],
  [{ name: "a", host: "a", port: 0 }],
  [{ name: "a\u0007", host: "a", port: 22 }],
  [{ name: "a", host: "a", port: 22, username: "-x" }],
  [{ name: "a", host: "a", port: 22, password: "x" }],
])("refuses the body %j", (node) => {
  expect(importNodesSchema.safeParse({ nodes: [node], sshCredentialId }).success).toBe(false);
});

it("adds the most it takes in one transaction", async () => {
  const nodes = Array.from({ length: 5000 }, (_, at) => ({
    name: `many-${at}`,
    host: `many-${at}.corp`,
    port: 22,
  }));
  expect((await importNodes(input(nodes), operator)).created).toHaveLength(5000);
  expect(importNodesSchema.safeParse({ nodes: [...nodes, nodes[0]], sshCredentialId }).success).toBe(false);
});

it("joins nodes to the members a group has, and only those that exist", async () => {
  const one = await createNode(
    {
      name: "one",
      host: "one.corp",
      port: 22,
      username: "root",
      sshCredentialId,
      groupId: null,
      sudoPassword: null,
      note: "",
    },
    operator,
  );
  const srv = await nodeNamed("srv-1");
  const made = await createGroup({ ...group("joined"), nodeIds: [one.id] }, operator);
  await updateGroup(made.id, { addNodeIds: [srv?.id ?? ""] }, operator);
  expect((await getGroup(operator, made.id)).nodes.map(({ name }) => name)).toEqual(["one", "srv-1"]);
  await expect(updateGroup(made.id, { addNodeIds: ["none"] }, operator)).rejects.toMatchObject({
    reason: "nodeNotFound",
  });
});
