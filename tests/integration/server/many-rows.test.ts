import { expect, it } from "vitest";
import { createConfiguration } from "@/lib/server/configurations/create-configuration";
import { listConfigurations } from "@/lib/server/configurations/queries";
import { listCredentials } from "@/lib/server/credentials/queries";
import { db } from "@/lib/server/db/client";
import { getDrift, listDiffering } from "@/lib/server/drift/queries";
import { listGroups } from "@/lib/server/groups/queries";
import { temporaryDatabase } from "@/tests/support/database";
import { definitionOf } from "@/tests/support/definitions";
import { admin, groupOf, mirrorTo } from "@/tests/support/pushes";

temporaryDatabase();

// More than the 999 that Prisma believes SQLite to take in one query.
const names = Array.from({ length: 1200 }, (_, at) => `n${at}`);
const host = (name: string) =>
  `  ${name}.example.com:\n    auth:\n      username: u\n      password: "{{secret:${name}.password}}"\n`;

it("lists all credentials, and keeps a definition that uses each of them", async () => {
  await db().credential.createMany({ data: names.map((name) => ({ id: name, slug: name, name })) });
  const version = { number: 1, fields: '["password"]', sealed: new Uint8Array(1), createdByName: admin.name };
  await db().credentialVersion.createMany({
    data: names.map((credentialId) => ({ credentialId, ...version })),
  });
  const definition = definitionOf(`configs:\n${names.map(host).join("")}`);
  await createConfiguration({ name: "all of them", definition }, admin);
  const listed = await listCredentials(admin);
  expect(listed).toHaveLength(names.length);
  expect(listed.every(({ usedBy }) => usedBy.length === 1)).toBe(true);
});

it("lists all groups, and all configurations", async () => {
  await db().group.createMany({
    data: names.map((name) => ({ name, nameKey: name, note: "", width: 1, stopAfter: 1 })),
  });
  expect(await listGroups(admin)).toHaveLength(names.length);
  const before = (await listConfigurations(admin, { archived: false })).length;
  await db().configuration.createMany({ data: names.map((name) => ({ id: name, name, nameKey: name })) });
  const absent = { mirrorsPresent: false, registryHostsPresent: false, authsPresent: false };
  const revision = { number: 1, message: "", authorName: admin.name, ...absent };
  await db().revision.createMany({
    data: names.map((configurationId) => ({ configurationId, ...revision })),
  });
  expect(await listConfigurations(admin, { archived: false })).toHaveLength(before + names.length);
});

it("tells how all nodes of a group stand", async () => {
  const at = new Date();
  const { groupId, configurationId } = await groupOf([], mirrorTo("https://mirror.example.com"));
  const revision = await db().revision.findFirstOrThrow({ where: { configurationId } });
  await db().group.update({ where: { id: groupId }, data: { wantedRevisionId: revision.id } });
  const login = { username: "root", groupId };
  await db().node.createMany({
    data: names.map((name) => ({ id: name, name, nameKey: name, host: `${name}.example`, ...login })),
  });
  const check = { revisionId: revision.id, state: "drifted", checkedAt: at, since: at };
  await db().driftCheck.createMany({ data: names.map((nodeId) => ({ nodeId, ...check })) });
  const { nodes } = await getDrift(admin);
  expect(new Set(nodes.map(({ state }) => state))).toEqual(new Set(["drifted"]));
  expect(nodes).toHaveLength(names.length);
  expect(await listDiffering(admin, groupId)).toHaveLength(names.length);
});
