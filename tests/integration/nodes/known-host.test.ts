import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { createNode } from "@/lib/server/nodes/create-node";
import { getNode } from "@/lib/server/nodes/queries";
import { offerHostKey, trustHostKey } from "@/lib/server/nodes/trust-host-key";
import { deleteNode, updateNode } from "@/lib/server/nodes/update-node";
import { actorWith } from "@/tests/support/actors";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin } from "@/tests/support/fixtures";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";

temporaryDatabase();
const operator = actorWith("operator");
let fleet: TestFleet;
let sshCredentialId = "";

beforeAll(async () => {
  fleet = await startNodes([{ name: "known-1" }]);
  sshCredentialId = (await passwordLogin("root", "secret-of-root", operator)).id;
});
afterAll(() => fleet.stop());

async function addNode(): Promise<string> {
  const { host, port } = fleet.get("known-1");
  const node = { username: "root", sshCredentialId, groupId: null, sudoPassword: null, note: "" };
  return (await createNode({ ...node, name: "known-1", host, port }, operator)).id;
}

const trust = (id: string, replace: boolean, role: "operator" | "admin" = "operator") =>
  trustHostKey(id, { fingerprint: fleet.get("known-1").hostKey.fingerprint, replace }, actorWith(role));

async function expectHardStop(id: string, known: string): Promise<void> {
  expect((await getNode(operator, id)).hostKey).toBeNull();
  expect((await offerHostKey(id, operator)).trusted).toMatchObject({ fingerprint: known });
  await expect(trust(id, false)).rejects.toMatchObject({ reason: "hostKeyReplaces" });
  await expect(trust(id, true)).rejects.toMatchObject({ code: "forbidden" });
  expect((await getNode(operator, id)).hostKey).toBeNull();
}

it("knows the key of an address after the node moved away and back, and after it was deleted", async () => {
  const machine = fleet.get("known-1");
  const known = machine.hostKey.fingerprint;
  const id = await addNode();
  await trust(id, false);

  await updateNode(id, { host: "127.99.0.1" }, operator);
  await updateNode(id, { host: machine.host }, operator);
  expect((await offerHostKey(id, operator)).trusted).toMatchObject({ fingerprint: known });
  await trust(id, false);
  expect((await getNode(operator, id)).hostKey).toMatchObject({ fingerprint: known });

  await updateNode(id, { host: "127.99.0.1" }, operator);
  await machine.changeHostKey();
  await updateNode(id, { host: machine.host.toUpperCase() }, operator);
  await expectHardStop(id, known);

  await deleteNode(id, operator);
  const again = await addNode();
  await expectHardStop(again, known);
  await trust(again, true, "admin");
  const { fingerprint } = machine.hostKey;
  expect((await getNode(operator, again)).hostKey).toMatchObject({ fingerprint, trustedByName: "admin" });
  const { host, port } = machine;
  expect(await db().knownHost.findMany({ where: { host, port } })).toMatchObject([{ fingerprint }]);
  const audit = await db().auditEvent.findFirstOrThrow({ where: { action: "node.host-key-replaced" } });
  expect(JSON.parse(audit.detail ?? "")).toEqual({ fingerprint, replaced: known });
});
