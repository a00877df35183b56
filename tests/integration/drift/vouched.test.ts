import { afterAll, beforeAll, expect, it } from "vitest";
import { getDrift } from "@/lib/server/drift/queries";
import { checkDue, listDue } from "@/lib/server/drift/watch";
import { updateGroup } from "@/lib/server/groups/write-group";
import { deleteHostAuthority } from "@/lib/server/host-authorities/delete-host-authority";
import { createHostAuthority } from "@/lib/server/host-authorities/write-host-authority";
import { createNode } from "@/lib/server/nodes/create-node";
import { startRunner } from "@/lib/server/pushes/runner";
import { temporaryDatabase } from "@/tests/support/database";
import { passwordLogin } from "@/tests/support/fixtures";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { passwordOf, startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { admin, groupOf, mirrorTo, push, quick } from "@/tests/support/pushes";

temporaryDatabase();
const day = 24 * 60 * 60_000;
const [authority, other] = [makeKeyPair("fleet-ca"), makeKeyPair("other-ca")];
let fleet: TestFleet;
let stop = () => {};

beforeAll(async () => {
  fleet = await startNodes([{ name: "edge", role: "agent", hostCertificate: { authority } }]);
  stop = startRunner();
});
afterAll(async () => {
  stop();
  await fleet.stop();
});

const believe = async (key: string, patterns: string) =>
  (await createHostAuthority({ name: patterns, key, patterns }, admin)).id;
const due = () => listDue(Date.now() + day, 60);
async function check(): Promise<string | undefined> {
  await checkDue(await due(), new AbortController().signal);
  return (await getDrift(admin)).nodes[0]?.state;
}

it("is checked on where authorities vouch for host keys, and told as unreachable by no first contact", async () => {
  const machine = fleet.get("edge");
  const authorityId = await believe(authority.publicKey, machine.host);
  const sshCredentialId = (await passwordLogin("root", passwordOf("root"), admin)).id;
  const { name, host, port } = machine;
  const node = { username: "root", groupId: null, sudoPassword: null, note: "", sshCredentialId };
  const { id } = await createNode({ ...node, name, host, port }, admin);
  const target = await groupOf([], mirrorTo("https://mirror.example.com"));
  await updateGroup(target.groupId, { nodeIds: [id] }, admin);
  await push(target.groupId, { ...quick, stopAfter: 0 });

  await machine.changeHostKey();
  expect(await check()).toBe("identity-changed");
  expect(await due()).toMatchObject([{ id }]);
  await machine.setCertificate({ authority });
  expect(await check()).toBe("in-sync");

  await deleteHostAuthority(authorityId, "forget", admin);
  await believe(other.publicKey, "*.elsewhere.corp");
  expect(await due()).toEqual([]);
  await believe(makeKeyPair("third-ca").publicKey, "*");
  expect(await due()).toMatchObject([{ id }]);
  expect(await check()).toBe("in-sync");
  expect((await getDrift(admin)).nodes[0]?.fault).toBeNull();
});
