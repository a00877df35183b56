import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { updateGroup } from "@/lib/server/groups/write-group";
import { deleteHostAuthority } from "@/lib/server/host-authorities/delete-host-authority";
import { createHostAuthority } from "@/lib/server/host-authorities/write-host-authority";
import { createNode } from "@/lib/server/nodes/create-node";
import { getNode } from "@/lib/server/nodes/queries";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startRunner } from "@/lib/server/pushes/runner";
import { startPush } from "@/lib/server/pushes/start-push";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin } from "@/tests/support/fixtures";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, mirrorTo, quick, toStart, waitForPush } from "@/tests/support/pushes";

temporaryDatabase();
const [authority, other] = [makeKeyPair("fleet-ca"), makeKeyPair("other-ca")];
let fleet: TestFleet;
let stop: () => void;

beforeAll(async () => {
  fleet = await startNodes([{ name: "edge", role: "agent", hostCertificate: { authority } }]);
  stop = startRunner();
});
afterAll(async () => {
  stop();
  await fleet.stop();
});

it("pushes to a machine that nobody compared, and that shows another certified key since the review", async () => {
  const machine = fleet.get("edge");
  const { id: authorityId } = await createHostAuthority({ name: "ca", key: authority.publicKey }, admin);
  const sshCredentialId = (await passwordLogin("root", passwordOf("root"), admin)).id;
  const { name, host, port } = machine;
  const node = { username: "root", groupId: null, sudoPassword: null, note: "", sshCredentialId };
  const { id } = await createNode({ ...node, name, host, port }, admin);
  const target = await groupOf([], mirrorTo("https://mirror.example.com"));
  await updateGroup(target.groupId, { nodeIds: [id] }, admin);
  const start = toStart(await reviewPush(target.groupId, admin), { ...quick, watchSeconds: 1 });
  const first = (await getNode(admin, id)).hostKey?.fingerprint;
  expect(first).toBe(machine.hostKey.fingerprint);

  const { id: elsewhere } = await createHostAuthority({ name: "other", key: other.publicKey }, admin);
  const { id: idle } = await createNode({ ...node, name: "idle", host: "idle.corp", port: 22 }, admin);
  const met = await db().hostKey.findUniqueOrThrow({ where: { nodeId: id } });
  await db().hostKey.create({ data: { ...met, nodeId: idle, authorityId: elsewhere } });

  await machine.changeHostKey();
  await machine.setCertificate({ authority });
  const { id: pushId } = await startPush(start, randomUUID(), admin);
  await expect(deleteHostAuthority(authorityId, "forget", admin)).rejects.toMatchObject({
    reason: "hostAuthorityInPush",
  });
  await deleteHostAuthority(elsewhere, "forget", admin);
  expect((await getNode(admin, idle)).hostKey).toBeNull();
  expect((await waitForPush(pushId)).nodes).toMatchObject([{ name: "edge", outcome: "changed" }]);
  expect((await getNode(admin, id)).hostKey?.fingerprint).toBe(machine.hostKey.fingerprint);
  expect(await machine.read(machine.registriesPath)).toContain("mirror.example.com");
  await deleteHostAuthority(authorityId, "forget", admin);
});
